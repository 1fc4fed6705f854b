import type { BackupPlan } from '../../../utils/model/backup-plan'
import { sayMoment } from '../../highlights/say-when'
import { failureWords } from '../../shared/model-words'
import { type MessageKey, useWords } from '../../shared/words'
import type { PartProps } from './data-actions'

function wordsOf({ folder }: BackupPlan, { kind }: NonNullable<BackupPlan['failure']>): MessageKey {
  if (kind === 'not-allowed') return folder === null ? 'data_downloadsRefused' : 'data_folderLapsed'
  if (kind === 'not-found') return 'data_folderGone'
  return failureWords[kind]
}

/** Why the last backup could not be written by itself, and what can be done. It stays until it was seen. */
export function RollingFailure({
  data: { plan },
  actions,
  after,
  failure,
}: PartProps & { failure: NonNullable<BackupPlan['failure']> }) {
  const t = useWords()
  const retry = () =>
    after(
      actions
        .allowAgain(plan)
        .then(done => t(done.ok ? 'data_ran' : wordsOf(plan, { ...failure, ...done.failure }))),
    )
  return (
    <div class="refused" role="alert">
      <p>
        {t('data_failed', sayMoment(failure.atMs))} {t(wordsOf(plan, failure))}
      </p>
      <span class="row-acts">
        <button type="button" class="button" onClick={retry}>
          {t(failure.kind === 'not-allowed' ? 'data_allowAgain' : 'options_tryAgain')}
        </button>
        <button type="button" class="button" onClick={() => after(actions.dismissCare().then(() => ''))}>
          {t('care_seen')}
        </button>
      </span>
    </div>
  )
}
