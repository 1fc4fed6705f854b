import { useState } from 'preact/hooks'
import type { PageStatus } from '../../utils/messaging/protocol'
import { Why } from '../shared/Why'
import { type MessageKey, useWords } from '../shared/words'
import type { MainStep, StatusWords } from './describe-status'
import type { PopupActions } from './popup-actions'

interface Props {
  words: StatusWords
  status: Exclude<PageStatus, { state: 'closed-to-us' }>
  actions: PopupActions
  /** Waits for what was started, then looks at the page once more. */
  after(step: Promise<unknown>): Promise<void>
}

/** A judged page: what Sidelight takes it for, why, and the step that fits. */
export function PageOffer({ words, status, actions, after }: Props) {
  const t = useWords()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<MessageKey | null>(null)
  const { host, judgement } = status
  const isOff = judgement.verdict === 'off' || judgement.verdict === 'paused'

  const steps = {
    open: actions.open,
    compare: actions.open,
    'take back': actions.takeDismissalBack,
    'switch on': () => actions.switchSite(host, false),
    'go on': () => actions.setPaused(false),
  } satisfies Record<MainStep, unknown>
  const take = async () => {
    setBusy(true)
    setProblem(null)
    const result = await steps[words.step]()
    setBusy(false)
    if (!result.ok) setProblem('popup_stepFailed')
    else if (words.step !== 'open' && words.step !== 'compare') await after(Promise.resolve())
  }
  const findSelected = async () => {
    setProblem(null)
    const result = await actions.findSelected()
    if (!result.ok) setProblem('popup_stepFailed')
    else if (!result.value) setProblem('popup_nothingSelected')
  }
  const grant = () => {
    // Nothing may come between the click and this call: the browser asks only in answer to a click.
    const asked = actions.grantSite(host)
    setProblem(null)
    after(asked.then(isGranted => setProblem(isGranted ? null : 'popup_notGranted')))
  }

  return (
    <>
      <h2>{t(words.title, host)}</h2>
      {words.reasons === 'why not' && <Why reasons={judgement.reasons} />}
      {words.text && <p>{t(words.text)}</p>}
      <button type="button" class={mainClass(words.step)} disabled={isBusy} onClick={take}>
        {isBusy ? t('popup_busy') : t(words.button, host)}
      </button>
      {words.reasons === 'why' && judgement.reasons.length > 0 && (
        <details>
          <summary>{t('popup_why')}</summary>
          <Why reasons={judgement.reasons} />
        </details>
      )}
      {!isOff && (
        <button type="button" onClick={findSelected}>
          {t('popup_onFile')}
        </button>
      )}
      {status.state === 'not-granted' && (
        <section class="grant">
          <p>{t('popup_onlyOnClick', host)}</p>
          <button type="button" onClick={grant}>
            {t('popup_always', host)}
          </button>
        </section>
      )}
      <p role="status" class="problem">
        {problem && t(problem, host)}
      </p>
    </>
  )
}

/** Comparing a page that does not look like it is on offer, but it is not what most readers came for. */
const mainClass = (step: MainStep) => (step === 'compare' ? 'main-step' : 'main-step primary')
