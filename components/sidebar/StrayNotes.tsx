import type { HighlightId } from '../../utils/model/ids'
import { failureWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import { CopyText } from './CopyText'
import { useDeeds } from './deeds-context'
import { escapeHtml } from './escape-html'
import type { SidebarState } from './sidebar-state'

interface Props {
  state: SidebarState
  /** The highlights that have a field for their notes. */
  listed: ReadonlySet<HighlightId>
}

/** Notes that could not be saved and whose highlight is not listed, or no longer on file: the words can still be copied. */
export function StrayNotes({ state, listed }: Props) {
  const t = useWords()
  const { deeds } = useDeeds()
  const stray = [...state.unsaved].flatMap(([id, { kind }]) => {
    const note = listed.has(id) ? undefined : state.drafts.get(id)
    return note ? [{ id, kind, note }] : []
  })
  if (stray.length === 0) return null
  return (
    <section class="stray" role="alert">
      <h2>{t('notes_stray')}</h2>
      <ul>
        {stray.map(({ id, kind, note }) => (
          <li key={id}>
            <p class="stray-note">{note}</p>
            <p class="fault">{t('sidebar_noteNotSaved', t(failureWords[kind]))}</p>
            <div class="acts">
              <CopyText
                label={t('notes_copyNote')}
                write={() => ({ plain: note, html: `<p>${escapeHtml(note)}</p>` })}
              />
              <button type="button" class="act" onClick={() => deeds.dropNote(id)}>
                {t('notes_dropNote')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
