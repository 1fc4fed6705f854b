import { useEffect, useRef, useState } from 'preact/hooks'
import type { Arrival, ArrivalId } from '../../utils/model/arrival'
import type { Result } from '../../utils/model/result'
import { failureWords } from '../shared/model-words'
import { type Translate, useWords } from '../shared/words'
import type { ArrivalsActions } from './arrivals-actions'

/** Files on their way in, as a page shows them, and what can be done with them there. */
export interface Arrivals {
  list: readonly Arrival[]
  /** Names of files that are just being handed over. */
  copying: readonly string[]
  /** What went wrong with the last thing that was done here; '' for nothing. */
  fault: string
  add: (files: readonly File[]) => void
  answer: (id: ArrivalId, isWanted: boolean) => void
  stop: (id: ArrivalId) => void
  dismiss: (id: ArrivalId) => void
  /** The button that files are chosen by: where the keys go when what they were at is gone. */
  chooser: { current: HTMLButtonElement | null }
}

function sayFault(t: Translate, { ok, ...result }: Result<void>): string {
  if (ok || !('failure' in result)) return ''
  const { kind, detail } = result.failure
  if (kind === 'bad-input') return t('arrivals_tooLarge', new Intl.NumberFormat('en').format(Number(detail)))
  return t(failureWords[kind])
}

/** Follows the files on their way in for as long as the page is open. */
export function useArrivals(actions: ArrivalsActions): Arrivals {
  const t = useWords()
  const [list, setList] = useState<readonly Arrival[]>([])
  const [copying, setCopying] = useState<readonly string[]>([])
  const [fault, setFault] = useState('')
  const chooser = useRef<HTMLButtonElement>(null)
  /** What was closed here; what the background tells at that moment may have it still. */
  const gone = useRef(new Set<ArrivalId>())
  useEffect(() => actions.listen(told => setList(told.filter(({ id }) => !gone.current.has(id)))), [actions])

  const settle = async (doing: Promise<Result<void>>): Promise<void> => setFault(sayFault(t, await doing))
  const forget = async (id: ArrivalId, doing: Promise<Result<void>>): Promise<void> => {
    gone.current.add(id)
    setList(now => now.filter(arrival => arrival.id !== id))
    chooser.current?.focus()
    const done = await doing
    // It is there still, and the next news shows it again.
    if (!done.ok) gone.current.delete(id)
    setFault(sayFault(t, done))
  }
  return {
    list,
    copying,
    fault,
    add: async files => {
      if (files.length === 0) return
      const names = files.map(({ name }) => name)
      setCopying(now => [...now, ...names])
      await settle(actions.add(files.map(content => ({ name: content.name, content }))))
      setCopying(now => now.filter(name => !names.includes(name)))
    },
    answer: (id, isWanted) => {
      const answered = actions.answer(id, isWanted)
      if (isWanted) settle(answered)
      else forget(id, answered)
    },
    stop: id => settle(actions.stop(id)),
    dismiss: id => forget(id, actions.dismiss(id)),
    chooser,
  }
}
