import { useCallback, useEffect, useState } from 'preact/hooks'
import { Logo } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { useSaid } from '../shared/use-said'
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

/** Everything a reader can set, each thing in one place. */
export function Options({ actions }: { actions: OptionsActions }) {
  const t = useWords()
  const [shown, setShown] = useState<Shown>({ state: 'loading' })

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

  const [said, after] = useSaid(load)
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
