import { useCallback, useEffect, useState } from 'preact/hooks'
import { Logo } from '../shared/Icon'
import { useWords } from '../shared/words'
import { Illustration } from './Illustration'
import { Shortcuts } from './Shortcuts'
import { SiteChoice } from './SiteChoice'
import type { WelcomeActions, WelcomeData } from './welcome-actions'

/** The first page a reader sees: what this is, what it promises, and the choice where it may look. */
export function Welcome({ actions }: { actions: WelcomeActions }) {
  const t = useWords()
  const [data, setData] = useState<WelcomeData | null>(null)
  const load = useCallback(async () => setData(await actions.load()), [actions])
  useEffect(() => {
    load()
  }, [load])

  return (
    <>
      <header>
        <Logo />
        <span>{t('extensionName')}</span>
      </header>
      <main>
        <section class="hero">
          <div>
            <h1>{t('welcome_title')}</h1>
            <ol class="does">
              <li>{t('welcome_spots')}</li>
              <li>{t('welcome_compares')}</li>
              <li>{t('welcome_keeps')}</li>
            </ol>
          </div>
          <Illustration />
        </section>
        <section class="promise">
          <h2>{t('welcome_promiseTitle')}</h2>
          <p>{t('welcome_promise')}</p>
        </section>
        {data ? (
          <SiteChoice data={data} actions={actions} reload={load} />
        ) : (
          <p class="waiting">{t('welcome_loading')}</p>
        )}
        {data && data.shortcuts.length > 0 && (
          <Shortcuts shortcuts={data.shortcuts} onChange={actions.changeShortcuts} />
        )}
      </main>
      <footer>
        <p>{t('welcome_pin')}</p>
        <button type="button" class="quiet" onClick={actions.showOptions}>
          {t('welcome_options')}
        </button>
      </footer>
    </>
  )
}
