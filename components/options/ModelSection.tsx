import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ModelCheck } from '../../utils/model/model-check'
import type { Failure, Result } from '../../utils/model/result'
import { type Sureness, surenesses } from '../../utils/model/settings'
import { failureWords } from '../shared/model-words'
import { type MessageKey, type Translate, useWords } from '../shared/words'
import { Choice } from './Choice'
import { Switch } from './Switch'
import type { SectionProps } from './section-props'
import { useSave } from './use-save'

const inOneDigit = (value: number) => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value)

const surenessWords: Record<Sureness, MessageKey> = {
  more: 'options_surenessMore',
  even: 'options_surenessEven',
  fewer: 'options_surenessFewer',
}

/** True once the element was in view; at once where the browser cannot tell. */
function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    if (!element.current || !globalThis.IntersectionObserver) return setSeen(true)
    const observer = new IntersectionObserver(entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return isSeen
}

/**
 * The reading model: on or off, and whether it works in this browser. Trying it out is what tells; that takes a second
 * and some memory, so it is tried when the reader comes to it.
 */
export function ModelSection({ data, actions, after }: SectionProps) {
  const t = useWords()
  const { isModelOn: isOn, sureness } = data.settings
  const [check, setCheck] = useState<Result<ModelCheck> | null>(null)
  const section = useRef<HTMLElement>(null)
  const isSeen = useSeen(section)

  useEffect(() => {
    if (!isSeen) return
    let isWaiting = true
    setCheck(null)
    actions.checkModel().then(result => {
      if (isWaiting) setCheck(result)
    })
    return () => {
      isWaiting = false
    }
  }, [actions, isOn, isSeen])

  const save = useSave({ actions, after })

  return (
    <section ref={section}>
      <h2>{t('options_model')}</h2>
      <Switch
        label="options_modelSwitch"
        hint="options_modelHint"
        isOn={isOn}
        onChange={isModelOn => save({ isModelOn })}
      />
      <Choice
        label="options_sureness"
        hint="options_surenessHint"
        options={surenesses.map(value => ({ value, text: t(surenessWords[value]) }))}
        value={sureness}
        isDisabled={!isOn}
        onChange={value => save({ sureness: value })}
      />
      <div class="row" aria-busy={check === null}>
        <div>{check ? <Outcome check={check} /> : <p>{t('options_modelChecking')}</p>}</div>
      </div>
    </section>
  )
}

function Outcome({ check }: { check: Result<ModelCheck> }) {
  const t = useWords()
  if (!check.ok) return <Refused failure={check.failure} />
  const { outcome, version, bytes } = check.value
  return (
    <>
      {outcome.is === 'failed' ? <Refused failure={outcome.failure} /> : <p>{describe(t, outcome)}</p>}
      <p>{t('options_modelVersion', version, Math.round(bytes / 1_000_000))}</p>
    </>
  )
}

function describe(t: Translate, outcome: Exclude<ModelCheck['outcome'], { is: 'failed' }>): string {
  if (outcome.is === 'off') return t('options_modelOff')
  return t('options_modelReady', inOneDigit(outcome.startMs / 1000), Math.round(outcome.sentenceMs))
}

/** Why it does not work: for the reader, and in the program's words for a report. */
function Refused({ failure }: { failure: Failure }) {
  const t = useWords()
  return (
    <>
      <p>
        <strong>{t(failureWords[failure.kind])}</strong> {t('options_modelWithout')}
      </p>
      <p>{failure.detail}</p>
    </>
  )
}
