import { useId } from 'preact/hooks'
import { backupIntervals, filesKept, reminderIntervals } from '../../../utils/model/backup-plan'
import type { Result } from '../../../utils/model/result'
import { sayMoment } from '../../highlights/say-when'
import { failureWords } from '../../shared/model-words'
import { useWords, withCount } from '../../shared/words'
import type { PartProps } from './data-actions'
import { RollingFailure } from './RollingFailure'

/** What it begins with. */
const firstEvery = 7

/** Backups that are written by themselves, and the reminder where they are not. */
export function RollingPart({ data, actions, after }: PartProps) {
  const t = useWords()
  const id = useId()
  const { plan, canPickFolder } = data
  const isOn = plan.everyDays > 0
  const everyDays = isOn ? plan.everyDays : firstEvery
  const say = (step: Promise<Result<unknown>>, done: Parameters<typeof t>[0] = 'options_saved') =>
    after(step.then(result => t(result.ok ? done : failureWords[result.failure.kind])))
  const chooseFolder = () =>
    after(
      actions.chooseFolder({ everyDays }).then(chosen => {
        if (!chosen.ok) return t(failureWords[chosen.failure.kind])
        return chosen.value ? t('options_saved') : ''
      }),
    )
  const folderButton = canPickFolder && (
    <button type="button" class="button" onClick={chooseFolder}>
      {t('data_chooseFolder')}
    </button>
  )
  const useDownloads = () => say(actions.useDownloads({ everyDays, folder: null }))

  return (
    <section aria-labelledby="data-rolling">
      <h2 id="data-rolling">{t('data_rolling')}</h2>
      {!isOn && (
        <div class="row">
          <div>
            <span>{t('data_rollingOff')}</span>
            <p>{t('data_rollingHint', filesKept)}</p>
          </div>
          <span class="row-acts">
            <button type="button" class="button" onClick={useDownloads}>
              {t('data_turnOn')}
            </button>
            {folderButton}
          </span>
        </div>
      )}
      {plan.failure && <RollingFailure {...{ data, actions, after }} failure={plan.failure} />}
      {isOn && (
        <>
          <div class="row">
            <div>
              <label for={`${id}-every`}>{t('data_every')}</label>
              <p>{t('data_everyHint', filesKept)}</p>
            </div>
            <select
              id={`${id}-every`}
              value={plan.everyDays}
              onChange={({ currentTarget: { value } }) =>
                say(
                  actions.changePlan({
                    everyDays: backupIntervals.find(each => each === Number(value)) ?? firstEvery,
                  }),
                )
              }
            >
              {backupIntervals
                .filter(each => each > 0)
                .map(each => (
                  <option key={each} value={each}>
                    {withCount(t, 'data_days', each)}
                  </option>
                ))}
            </select>
          </div>
          <div class="row">
            <div>
              <span>{plan.folder === null ? t('data_inDownloads') : t('data_inFolder', plan.folder)}</span>
              {plan.files.length === 0 && <p>{t('data_noFiles')}</p>}
              <ul class="written">
                {plan.files.toReversed().map(({ name, atMs }) => (
                  <li key={name}>
                    {name} <span class="date">{sayMoment(atMs)}</span>
                  </li>
                ))}
              </ul>
            </div>
            <span class="row-acts">
              <button type="button" class="button" onClick={() => say(actions.runBackup(), 'data_ran')}>
                {t('data_runNow')}
              </button>
              {folderButton}
              {plan.folder !== null && (
                <button type="button" class="button" onClick={useDownloads}>
                  {t('data_useDownloads')}
                </button>
              )}
              <button
                type="button"
                class="button"
                onClick={() => say(actions.changePlan({ everyDays: 0, folder: null }))}
              >
                {t('data_turnOff')}
              </button>
            </span>
          </div>
        </>
      )}
      {!isOn && (
        <div class="row">
          <div>
            <label for={`${id}-remind`}>{t('data_remind')}</label>
            <p id={`${id}-remind-hint`}>{t('data_remindHint')}</p>
          </div>
          <select
            id={`${id}-remind`}
            value={plan.reminderDays}
            aria-describedby={`${id}-remind-hint`}
            onChange={({ currentTarget: { value } }) =>
              say(
                actions.changePlan({
                  reminderDays: reminderIntervals.find(each => each === Number(value)) ?? 0,
                }),
              )
            }
          >
            {reminderIntervals.map(each => (
              <option key={each} value={each}>
                {each === 0 ? t('data_never') : withCount(t, 'data_afterDays', each)}
              </option>
            ))}
          </select>
        </div>
      )}
    </section>
  )
}
