import { useCallback, useEffect, useState } from 'preact/hooks'
import { Logo } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { type MessageKey, useWords } from '../shared/words'
import { DataSection } from './DataSection'
import { DossierSection } from './DossierSection'
import { HighlightSection } from './HighlightSection'
import { ModelSection } from './ModelSection'
import type { OptionsActions, OptionsData } from './options-actions'
import { PageSection } from './PageSection'
import { SidebarSection } from './SidebarSection'
import { SiteSection } from './SiteSection'

type Shown =
  | { state: 'loading' }
  | { state: 'failed'; text: MessageKey }
  | { state: 'shown'; data: OptionsData }

/** How long a sentence stays: three seconds, and time to read it at ten letters a second, which is slow. */
const shownMs = (text: string) => 3000 + 100 * text.length

/** Everything a reader can set, each thing in one place. */
export function Options({ actions }: { actions: OptionsActions }) {
  const t = useWords()
  const [shown, setShown] = useState<Shown>({ state: 'loading' })
  const [said, setSaid] = useState('')

  const load = useCallback(async () => {
    const result = await actions.load()
    setShown(
      result.ok
        ? { state: 'shown', data: result.value }
        : { state: 'failed', text: failureWords[result.failure.kind] },
    )
  }, [actions])
  useEffect(() => {
    load()
    // What was chosen in a sidebar meanwhile is shown when one comes back to this tab.
    const onVisible = () => document.visibilityState === 'visible' && load()
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [load])

  useEffect(() => {
    const timer = setTimeout(() => setSaid(''), shownMs(said))
    return () => clearTimeout(timer)
  }, [said])

  /** Says how a step ended, and shows what holds now. */
  const after = async (step: Promise<string>) => {
    setSaid('')
    const text = await step
    await load()
    setSaid(text)
  }
  const sections = shown.state === 'shown' && { data: shown.data, actions, after }

  return (
    <>
      <header>
        <Logo />
        <h1>{t('options_title')}</h1>
        <button type="button" class="quiet" onClick={actions.showWelcome}>
          {t('options_welcome')}
        </button>
      </header>
      <main aria-busy={shown.state === 'loading'}>
        {shown.state === 'loading' && <p class="empty">{t('options_loading')}</p>}
        {shown.state === 'failed' && (
          <section role="alert">
            <p>{t(shown.text)}</p>
            <button type="button" onClick={load}>
              {t('options_tryAgain')}
            </button>
          </section>
        )}
        {sections && (
          <>
            <SiteSection {...sections} />
            <SidebarSection {...sections} />
            <PageSection {...sections} />
            <HighlightSection {...sections} />
            <ModelSection {...sections} />
            <DataSection {...sections} />
            <DossierSection dossiers={sections.data.dossiers} />
          </>
        )}
      </main>
      <p role="status" class={said ? 'said' : 'unseen'}>
        {said}
      </p>
    </>
  )
}
