import { useEffect, useState } from 'preact/hooks'
import type { ModelCheck } from '../../utils/model/model-check'
import type { Failure, Result } from '../../utils/model/result'
import { failureWords } from '../shared/model-words'
import { type Translate, useWords } from '../shared/words'
import { Switch } from './Switch'
import type { SectionProps } from './section-props'

const inOneDigit = (value: number) => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value)

/** The reading model: on or off, and whether it works in this browser. Trying it out is what tells. */
export function ModelSection({ data, actions, after }: SectionProps) {
  const t = useWords()
  const isOn = data.settings.isModelOn
  const [check, setCheck] = useState<Result<ModelCheck> | null>(null)

  useEffect(() => {
    let isWaiting = true
    setCheck(null)
    actions.checkModel().then(result => {
      if (isWaiting) setCheck(result)
    })
    return () => {
      isWaiting = false
    }
  }, [actions, isOn])

  return (
    <section>
      <h2>{t('options_model')}</h2>
      <Switch
        label="options_modelSwitch"
        hint="options_modelHint"
        isOn={isOn}
        onChange={is =>
          after(
            actions
              .saveSettings({ isModelOn: is })
              .then(({ ok }) => t(ok ? 'options_saved' : 'options_notSaved')),
          )
        }
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
