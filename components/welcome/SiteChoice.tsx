import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type MessageKey, useWords, withCount } from '../shared/words'
import { newsSites } from './news-sites'
import { SiteGroup } from './SiteGroup'
import { listSites } from './site-list'
import type { WelcomeActions, WelcomeData } from './welcome-actions'

type Choice = 'click' | 'list' | 'every'

interface Props {
  data: WelcomeData
  actions: WelcomeActions
  reload(): Promise<void>
}

/** Where Sidelight may look. Nothing is granted before the reader has chosen and the browser has asked. */
export function SiteChoice({ data, actions, reload }: Props) {
  const t = useWords()
  const [choice, setChoice] = useState<Choice>('click')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [result, setResult] = useState<MessageKey | null>(null)
  const sites = listSites(data.outlets, newsSites)
  const chosen = [...sites.onFile, ...sites.news].filter(host => !left.has(host))
  const hasGrant = data.isEverySite || data.grantedSites > 0

  const finish = async (asked: Promise<boolean>, done: MessageKey, refused: MessageKey) => {
    setResult(null)
    const isDone = await asked
    await reload()
    setResult(isDone ? done : refused)
    // Only after the choice: two questions of the browser at once would be one too many.
    await actions.persist()
  }
  const confirm = () => {
    // Each of these calls the browser before anything else happens: it asks only in answer to a click.
    if (choice === 'every') finish(actions.grantEverySite(), 'welcome_granted', 'welcome_refused')
    else if (choice === 'list') finish(actions.grantHosts(chosen), 'welcome_granted', 'welcome_refused')
    else if (hasGrant) revoke()
    else finish(Promise.resolve(true), 'welcome_onlyClick', 'welcome_refused')
  }
  const revoke = () => finish(actions.revokeAll(), 'welcome_onlyClick', 'welcome_notRevoked')
  const standing = data.isEverySite
    ? t('welcome_nowEvery')
    : withCount(t, 'welcome_nowSites', data.grantedSites)

  return (
    <section class="choice">
      <fieldset>
        <legend>
          <h2>{t('welcome_where')}</h2>
        </legend>
        <p class="hint">{t('welcome_whereHint')}</p>
        <Option
          value="click"
          chosen={choice}
          choose={setChoice}
          label="welcome_click"
          hint="welcome_clickHint"
        />
        <Option value="list" chosen={choice} choose={setChoice} label="welcome_list" hint="welcome_listHint">
          <details>
            <summary>{withCount(t, 'welcome_chosen', chosen.length)}</summary>
            <SiteGroup title={t('welcome_onFile')} hosts={sites.onFile} left={left} onChange={setLeft} />
            <SiteGroup title={t('welcome_news')} hosts={sites.news} left={left} onChange={setLeft} />
          </details>
        </Option>
        <Option
          value="every"
          chosen={choice}
          choose={setChoice}
          label="welcome_every"
          hint="welcome_everyHint"
        />
      </fieldset>
      <div class="confirm">
        <button
          type="button"
          class="primary"
          disabled={choice === 'list' && chosen.length === 0}
          onClick={confirm}
        >
          {choice === 'list'
            ? withCount(t, 'welcome_allowList', chosen.length)
            : t(choice === 'every' ? 'welcome_allowEvery' : 'welcome_keepClick')}
        </button>
        <p role="status">{result && t(result)}</p>
      </div>
      {hasGrant && (
        <p class="standing">
          {standing}{' '}
          <button type="button" class="quiet" onClick={revoke}>
            {t('welcome_revoke')}
          </button>
        </p>
      )}
    </section>
  )
}

interface OptionProps {
  value: Choice
  chosen: Choice
  choose: (choice: Choice) => void
  label: MessageKey
  hint: MessageKey
  children?: ComponentChildren
}

function Option({ value, chosen, choose, label, hint, children }: OptionProps) {
  const t = useWords()
  return (
    <div class={value === chosen ? 'option chosen' : 'option'}>
      <label>
        <input
          type="radio"
          name="where"
          value={value}
          checked={value === chosen}
          aria-describedby={`hint-${value}`}
          onChange={() => choose(value)}
        />
        <b>{t(label)}</b>
      </label>
      <p id={`hint-${value}`}>{t(hint)}</p>
      {children}
    </div>
  )
}
