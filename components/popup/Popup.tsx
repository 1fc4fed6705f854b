import { useCallback, useEffect, useState } from 'preact/hooks'
import type { PageStatus } from '../../utils/messaging/protocol'
import { Logo } from '../shared/Icon'
import { useWords } from '../shared/words'
import { statusWords } from './describe-status'
import { PageOffer } from './PageOffer'
import type { PopupActions } from './popup-actions'

type Shown = { state: 'loading' } | { state: 'failed' } | { state: 'shown'; status: PageStatus }

/** What the toolbar button opens: how this page stands to what is on file, and what can be done about it. */
export function Popup({ actions }: { actions: PopupActions }) {
  const t = useWords()
  const [shown, setShown] = useState<Shown>({ state: 'loading' })

  const inspect = useCallback(async () => {
    const result = await actions.inspect()
    setShown(result.ok ? { state: 'shown', status: result.value } : { state: 'failed' })
  }, [actions])
  useEffect(() => {
    inspect()
  }, [inspect])

  /** What was done changes how the page stands, so it is looked at once more. */
  const after = async (step: Promise<unknown>) => {
    await step
    await inspect()
  }
  const retry = () => {
    setShown({ state: 'loading' })
    inspect()
  }
  const status = shown.state === 'shown' ? shown.status : null
  const verdict = status && 'judgement' in status ? status.judgement.verdict : null
  const host = status && 'host' in status ? status.host : ''

  return (
    <>
      <header>
        <Logo />
        <h1>{t('extensionName')}</h1>
      </header>
      <main aria-live="polite" aria-busy={shown.state === 'loading'}>
        {shown.state === 'loading' && (
          <div class="loading">
            <span class="unseen">{t('popup_loading')}</span>
            <i />
            <i />
          </div>
        )}
        {shown.state === 'failed' && (
          <>
            <h2>{t('popup_failed')}</h2>
            <p>{t('popup_failedText')}</p>
            <button type="button" class="primary" onClick={retry}>
              {t('popup_tryAgain')}
            </button>
          </>
        )}
        {status?.state === 'closed-to-us' && (
          <>
            <h2>{t('popup_closed')}</h2>
            <p>{t('popup_closedText')}</p>
          </>
        )}
        {status && 'judgement' in status && (
          <PageOffer
            words={statusWords[status.judgement.verdict]}
            status={status}
            actions={actions}
            after={after}
          />
        )}
      </main>
      <footer>
        {verdict && verdict !== 'off' && verdict !== 'paused' && (
          <>
            <button type="button" onClick={() => after(actions.switchSite(host, true))}>
              {t('popup_switchOff')}
            </button>
            <button type="button" onClick={() => after(actions.setPaused(true))}>
              {t('popup_pause')}
            </button>
          </>
        )}
        <button type="button" onClick={actions.showLibrary}>
          {t('library_open')}
        </button>
        <button type="button" onClick={actions.showOptions}>
          {t('popup_options')}
        </button>
        <button type="button" onClick={actions.showWelcome}>
          {t('popup_welcome')}
        </button>
      </footer>
    </>
  )
}
