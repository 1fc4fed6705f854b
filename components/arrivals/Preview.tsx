import type { ImportReport } from '../../utils/model/backup'
import {
  type BackupPreview,
  type DossierPreview,
  type FilePreview,
  type HighlightsPreview,
  isSame,
  type Named,
  nameFirst,
} from '../../utils/model/file-preview'
import { Faults } from '../shared/Faults'
import { formatEdtf } from '../shared/format-time'
import { useWords, withCount } from '../shared/words'
import { ChangeTable } from './ChangeTable'
import { NamedFold } from './NamedFold'
import { nameSetting } from './name-setting'

const isUnchanged = ({ added, updated, removed }: ImportReport): boolean => added + updated + removed === 0

/** Taking it in would change nothing. */
export function isNothingNew(preview: FilePreview): boolean {
  switch (preview.format) {
    case 'dossier': {
      const { questions, articles, claims } = preview.changes
      const isSameVersion = preview.before !== null && preview.before.version >= preview.version
      return isSameVersion && [questions, articles, claims].every(isSame)
    }
    case 'sidelight-backup': {
      const { highlights, verdicts, claims, remarks, ownDossiers, settings } = preview
      const isAsHere = settings.length === 0 && ownDossiers.count === 0
      return isAsHere && [highlights, verdicts, claims, remarks].every(isUnchanged)
    }
    case 'highlights':
      return isUnchanged(preview.highlights)
  }
}

/** What taking a file in would do. */
export function Preview({ preview }: { preview: FilePreview }) {
  return preview.format === 'dossier' ? (
    <OfDossier preview={preview} />
  ) : preview.format === 'highlights' ? (
    <OfHighlights preview={preview} />
  ) : (
    <OfBackup preview={preview} />
  )
}

function OfDossier({ preview }: { preview: DossierPreview }) {
  const t = useWords()
  const { title, version, before, changes, own } = preview
  const lists = [
    { label: t('arrivals_questions'), changes: changes.questions },
    { label: t('arrivals_articles'), changes: changes.articles },
    { label: t('arrivals_claims'), changes: changes.claims },
  ]
  return (
    <div class="preview">
      <p>
        <b>{title}</b>
      </p>
      <p>
        {before === null
          ? t('arrivals_first', version)
          : before.version === version
            ? t('arrivals_sameVersion', version)
            : t('arrivals_replaces', version, before.version)}
      </p>
      <ChangeTable
        rows={lists.map(({ label, changes: { added, updated, removed, unchanged } }) => ({
          label,
          counts: [added.count, updated.count, removed.count, unchanged],
        }))}
        columns={['arrivals_added', 'arrivals_changed', 'arrivals_removed', 'arrivals_unchanged']}
      />
      {lists.map(({ label, changes: { added, updated, removed } }) => (
        <div key={label}>
          <NamedFold label={t('arrivals_addedOf', label)} named={added} />
          <NamedFold label={t('arrivals_changedOf', label)} named={updated} />
          <NamedFold label={t('arrivals_removedOf', label)} named={removed} />
        </div>
      ))}
      <Own words="arrivals_ownClaims" named={own.claims} />
      <Own words="arrivals_ownVerdicts" named={own.verdicts} />
      <Own words="arrivals_ownRemarks" named={own.remarks} />
      <p class="preview-kept">{t('arrivals_kept')}</p>
    </div>
  )
}

interface OwnProps {
  words: 'arrivals_ownClaims' | 'arrivals_ownVerdicts' | 'arrivals_ownRemarks'
  named: Named
}

/** What of the reader's own loses what it speaks of. */
function Own({ words, named }: OwnProps) {
  const t = useWords()
  return named.count > 0 ? (
    <div class="preview-own">
      <p>{withCount(t, words, named.count)}</p>
      <NamedFold label={t('arrivals_which')} named={named} isOpen />
    </div>
  ) : null
}

const merged = ['arrivals_new', 'arrivals_joined', 'arrivals_here'] as const
const countsOf = ({ added, updated, unchanged }: ImportReport) => [added, updated, unchanged]

function OfBackup({ preview }: { preview: BackupPreview }) {
  const t = useWords()
  const { exportedAt, highlights, tags, verdicts, claims, remarks, ownDossiers, settings } = preview
  const options = [...new Set(settings.map(nameSetting))]
  return (
    <div class="preview">
      <p>{t('arrivals_backupOf', formatEdtf(t, exportedAt.slice(0, 10)))}</p>
      <ChangeTable
        columns={merged}
        rows={[
          { label: t('arrivals_highlights'), counts: countsOf(highlights) },
          { label: t('arrivals_claimsOfYours'), counts: countsOf(claims) },
          { label: t('arrivals_verdicts'), counts: countsOf(verdicts) },
          { label: t('arrivals_remarks'), counts: countsOf(remarks) },
        ]}
      />
      <NamedFold label={t('arrivals_ownDossiers')} named={ownDossiers} />
      <NamedFold label={t('arrivals_newTags')} named={tags} />
      <NamedFold label={t('arrivals_settings')} named={nameFirst(options.map(name => t(name)))} />
      <p class="preview-kept">{t('arrivals_merged')}</p>
    </div>
  )
}

function OfHighlights({ preview: { highlights, tags, refused } }: { preview: HighlightsPreview }) {
  const t = useWords()
  return (
    <div class="preview">
      <ChangeTable
        columns={merged}
        rows={[{ label: t('arrivals_highlights'), counts: countsOf(highlights) }]}
      />
      <NamedFold label={t('arrivals_newTags')} named={tags} />
      {refused && (
        <div class="refused">
          <p>{withCount(t, 'arrivals_wouldRefuse', refused.count)}</p>
          <Faults detail={refused.detail} />
        </div>
      )}
      <p class="preview-kept">{t('arrivals_merged')}</p>
    </div>
  )
}
