import { useEffect, useState } from 'preact/hooks'
import { Logo } from '../shared/Icon'
import { useWords } from '../shared/words'
import type { GrantActions } from './options-actions'

/** Asks for one site. The sidebar opens it where the browser lets no frame ask: one sentence and one button. */
export function GrantPage({ host, actions }: { host: string; actions: GrantActions }) {
  const t = useWords()
  const [answer, setAnswer] = useState<'granted' | 'refused' | null>(null)

  useEffect(() => {
    actions.isGranted().then(is => is && setAnswer('granted'))
  }, [actions])

  const grant = () => {
    // Nothing may come between the click and this call: the browser asks only in answer to a click.
    actions.grant().then(is => setAnswer(is ? 'granted' : 'refused'))
  }
  const isGranted = answer === 'granted'
  return (
    <main>
      <section class="grant">
        <Logo />
        <h1>{t('options_grantTitle', host)}</h1>
        {!isGranted && <p>{t('options_grantText', host)}</p>}
        <p role="status">{answer && t(isGranted ? 'options_grantDone' : 'options_grantRefused', host)}</p>
        <button type="button" class="primary" onClick={isGranted ? actions.close : grant}>
          {t(isGranted ? 'options_grantClose' : 'options_grantButton', host)}
        </button>
      </section>
    </main>
  )
}
