import { useWords, withCount } from '../shared/words'
import { Switch } from './Switch'
import type { SectionProps } from './section-props'
import { useSave } from './use-save'

/** What happens on an article. */
export function PageSection({ data, actions, after }: SectionProps) {
  const t = useWords()
  const { areMarksShown, dismissedAddresses } = data.settings
  const save = useSave({ actions, after })
  return (
    <section>
      <h2>{t('options_page')}</h2>
      <Switch
        label="options_marks"
        hint="options_marksHint"
        isOn={areMarksShown}
        onChange={are => save({ areMarksShown: are })}
      />
      <div class="row">
        <div>
          <span>{withCount(t, 'options_dismissed', dismissedAddresses.length)}</span>
          <p>{t('options_dismissedHint')}</p>
        </div>
        <button
          type="button"
          disabled={dismissedAddresses.length === 0}
          onClick={() => save({ dismissedAddresses: [] })}
        >
          {t('options_forgetDismissed')}
        </button>
      </div>
    </section>
  )
}
