import { useEffect, useRef, useState } from 'preact/hooks'
import type { Comparing, FileImport, FileProgress } from '../../utils/model/backup'
import { Faults } from '../shared/Faults'
import { ComparingBar, FileBar } from '../shared/FileBar'
import { fileKinds } from '../shared/file-kinds'
import { failureWords } from '../shared/model-words'
import { type Translate, useWords, withCount } from '../shared/words'
import type { SectionProps } from './section-props'

/** Four times what a million claims have: a larger file is no dossier of ours. */
const largestFileBytes = 2_000_000_000

interface Running {
  progress: FileProgress
  cancel: () => void
}

/** What was not taken in, a whole file or entries of one, and why: with places in the file where there are some. */
interface Refused {
  words: string
  why: { faults: string } | { words: string }
}

/** A dossier whose claims are read once it is in. */
interface Reading {
  now: Comparing
  leave: () => void
}

const begun: FileProgress = { phase: 'reading', share: 0, articles: 0, claims: 0 }

function sayReport(t: Translate, { format, report }: FileImport): string {
  const { added, updated, unchanged, removed } = report
  return format === 'highlights'
    ? t('options_importedHighlights', added, updated, unchanged)
    : t('options_imported', added, updated, unchanged, removed)
}

interface Props {
  actions: Pick<SectionProps['actions'], 'importFile'>
  after: SectionProps['after']
}

/** A file on its way in: it is chosen, its way is shown, and what came of it said. */
export function ImportRow({ actions, after }: Props) {
  const t = useWords()
  const file = useRef<HTMLInputElement>(null)
  const [running, setRunning] = useState<Running | null>(null)
  const [reading, setReading] = useState<Reading | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)

  // A tab that is closed in the middle breaks it off: the browser asks first.
  const isRunning = running !== null
  useEffect(() => {
    if (!isRunning) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [isRunning])

  const take = async (chosen: File): Promise<string> => {
    setRefused(null)
    if (chosen.size > largestFileBytes) {
      return t('options_fileTooLarge', new Intl.NumberFormat('en').format(largestFileBytes / 1_000_000))
    }
    const until = new AbortController()
    const cancel = () => until.abort()
    setRunning({ progress: begun, cancel })
    const result = await actions.importFile(chosen, {
      onProgress: progress => setRunning({ progress, cancel }),
      onComparing: now => setReading(now && { now, leave: cancel }),
      signal: until.signal,
    })
    setRunning(null)
    if (result.ok) {
      const { refused: entries } = result.value
      if (entries) {
        const words = withCount(t, 'shared_refused', entries.count)
        setRefused({ words, why: { faults: entries.detail } })
      }
      return sayReport(t, result.value)
    }
    const { kind, detail } = result.failure
    const words = t('options_importFailed')
    if (kind === 'busy' || kind === 'cancelled') return t(failureWords[kind])
    setRefused({ words, why: kind === 'bad-input' ? { faults: detail } : { words: t(failureWords[kind]) } })
    return words
  }

  return (
    <>
      <div class="row">
        <div>
          <span>{t('options_import')}</span>
          <p>{t('options_importHint')}</p>
        </div>
        <button type="button" class="button" disabled={isRunning} onClick={() => file.current?.click()}>
          {t('options_chooseFile')}
        </button>
        <input
          ref={file}
          type="file"
          accept={fileKinds}
          aria-label={t('options_import')}
          hidden
          onChange={event => {
            const [chosen] = event.currentTarget.files ?? []
            if (chosen && !isRunning) after(take(chosen))
          }}
          onClick={event => {
            event.currentTarget.value = ''
          }}
        />
      </div>
      {running && <FileBar progress={running.progress} onCancel={running.cancel} />}
      {reading && !running && <ComparingBar now={reading.now} onLeave={reading.leave} />}
      {refused && (
        <div class="refused">
          <p>{refused.words}</p>
          {'faults' in refused.why ? <Faults detail={refused.why.faults} /> : <p>{refused.why.words}</p>}
        </div>
      )}
    </>
  )
}
