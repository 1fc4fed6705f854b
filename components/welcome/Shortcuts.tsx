import { useWords } from '../shared/words'

interface Props {
  shortcuts: { description: string; keys: string }[]
  onChange: () => void
}

/** The keys as the browser has them now. */
export function Shortcuts({ shortcuts, onChange }: Props) {
  const t = useWords()
  return (
    <section class="shortcuts">
      <h2>{t('welcome_shortcuts')}</h2>
      <dl>
        {shortcuts.map(({ description, keys }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : t('welcome_noShortcut')}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="quiet" onClick={onChange}>
        {t('welcome_changeShortcuts')}
      </button>
    </section>
  )
}
