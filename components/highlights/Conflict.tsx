import { useWords } from '../shared/words'

interface Props {
  id?: string
  /** What the reader wanted, and what another window made of it meanwhile: '' where that is nothing. */
  mine: string
  theirs: string
  onMine: () => void
  onTheirs: () => void
  onBoth?: () => void
}

/** Two windows changed one thing: both are shown, and the reader decides. */
export function Conflict({ id, mine, theirs, onMine, onTheirs, onBoth }: Props) {
  const t = useWords()
  return (
    <div class="conflict" id={id} role="status">
      <p>{t('notes_changedElsewhere')}</p>
      <dl class="differing">
        <div>
          <dt>{t('notes_here')}</dt>
          <dd>{mine || t('notes_nothing')}</dd>
        </div>
        <div>
          <dt>{t('notes_there')}</dt>
          <dd>{theirs || t('notes_nothing')}</dd>
        </div>
      </dl>
      <div class="acts">
        <button type="button" class="act" onClick={onMine}>
          {t('notes_keepMine')}
        </button>
        <button type="button" class="act" onClick={onTheirs}>
          {t('notes_takeTheirs')}
        </button>
        {onBoth && (
          <button type="button" class="act" onClick={onBoth}>
            {t('notes_keepBoth')}
          </button>
        )}
      </div>
    </div>
  )
}
