import { useId, useRef } from 'preact/hooks'
import type { Highlight, HighlightChange } from '../../utils/model/highlight'
import type { Failure } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
import { useClaimsHere } from '../claims/claims-context'
import { ChangeConflict } from '../highlights/ChangeConflict'
import { ColourMenu } from '../highlights/ColourMenu'
import { cutEnd } from '../highlights/cut-text'
import { useCardDeeds } from '../highlights/deeds-context'
import { NoteField } from '../highlights/NoteField'
import { Passage } from '../highlights/Passage'
import { sayDay } from '../highlights/say-when'
import { TagField } from '../highlights/TagField'
import { Icon } from '../shared/Icon'
import { memo } from '../shared/memo'
import { nameColour } from '../shared/model-words'
import { Swatch } from '../shared/Swatch'
import { useWords } from '../shared/words'
import { OutLink } from './OutLink'

/** What the rows of one list share; it stays the same object as long as nothing of it changes. */
export interface RowContext {
  colourNames: Settings['colourNames']
  linkOf: (highlight: Highlight) => string
  onPick: (highlight: Highlight, isPicked: boolean, isRange: boolean) => void
  onOpen: (highlight: Highlight, isOpen: boolean) => void
  onDelete: (highlight: Highlight) => void
  onArticle: (highlight: Highlight) => void
}

interface Props {
  highlight: Highlight
  context: RowContext
  /** Its place in the list, from 1, and how long that is. */
  place: number
  of: number
  isPicked: boolean
  isOpen: boolean
  draft: string | undefined
  failure: Failure | undefined
  conflict: HighlightChange | undefined
}

/** As many letters of a passage and of a note as are read at a glance. */
const shownWords = 280
const shownNote = 320
/** What a checkbox is called by. */
const namedWords = 60

/** A passage with what belongs to it; opened, its note, tags and colour are fields. */
export const HighlightRow = memo(function HighlightRow(props: Props) {
  const { highlight, context, isPicked, isOpen } = props
  const t = useWords()
  const id = useId()
  const { colour, selectors, title, outlet } = highlight
  const words = selectors[0].exact.replace(/\s+/g, ' ').trim()
  return (
    <li
      class="card highlight row-card"
      tabIndex={-1}
      data-highlight={highlight.id}
      aria-labelledby={`${id}-words`}
      aria-posinset={props.place}
      aria-setsize={props.of}
    >
      <input
        type="checkbox"
        class="pick"
        aria-label={t('library_pick', cutEnd(words, namedWords))}
        checked={isPicked}
        onClick={event => context.onPick(highlight, event.currentTarget.checked, event.shiftKey)}
      />
      <div class="row-body">
        {isOpen ? (
          <Passage id={`${id}-words`} quote={selectors[0]} colour={colour} hasContext={false} />
        ) : (
          <blockquote class={`passage colour-${colour}`} id={`${id}-words`}>
            <span class="words">{cutEnd(words, shownWords)}</span>
          </blockquote>
        )}
        {isOpen ? <Fields {...props} /> : <Glance highlight={highlight} />}
        <p class="row-meta">
          <span class="row-colour">
            <Swatch colour={colour} /> {nameColour(t, colour, context.colourNames)}
          </span>
          <span class="row-title">
            <OutLink address={context.linkOf(highlight)} title={title} says="library_opensPassage" />
          </span>
          {outlet && <span>{outlet}</span>}
          <span class="date">{sayDay(highlight.createdMs)}</span>
          <button
            type="button"
            class="act"
            aria-expanded={isOpen}
            onClick={() => context.onOpen(highlight, !isOpen)}
          >
            {t(isOpen ? 'library_close' : 'library_edit')}{' '}
            <span class="unseen">{cutEnd(words, namedWords)}</span>
          </button>
        </p>
      </div>
    </li>
  )
})

/** Note and tags as they are. */
function Glance({ highlight: { note, tags } }: { highlight: Highlight }) {
  const t = useWords()
  return (
    <>
      {note && (
        <p class="row-note">
          <span class="unseen">{t('sidebar_note')}: </span>
          {cutEnd(note, shownNote)}
        </p>
      )}
      {tags.length > 0 && (
        <ul class="row-tags" aria-label={t('notes_tags')}>
          {tags.map(tag => (
            <li class="tag is-plain" key={tag}>
              {tag}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The same to be changed in place. */
function Fields({ highlight, context, draft, failure, conflict }: Props) {
  const t = useWords()
  const deeds = useCardDeeds()
  const { deeds: claims } = useClaimsHere()
  const note = useRef<HTMLTextAreaElement>(null)
  const { colourNames } = context
  return (
    <>
      <NoteField highlight={highlight} draft={draft} failure={failure} field={note} isByPage={false} />
      <TagField tags={highlight.tags} onChange={tags => deeds.setTags(highlight, tags)} />
      {conflict && <ChangeConflict highlight={highlight} wanted={conflict} colourNames={colourNames} />}
      <div class="acts">
        <button type="button" class="act" onClick={() => context.onArticle(highlight)}>
          {t('library_allOfArticle')}
        </button>
        <button
          type="button"
          class="act"
          onClick={() => claims.begin({ from: 'highlight', highlight: highlight.id })}
        >
          {t('claim_make')}
        </button>
        <button type="button" class="act" onClick={() => context.onDelete(highlight)}>
          <Icon name="bin" /> {t('sidebar_delete')}
        </button>
        <ColourMenu
          highlight={highlight}
          names={colourNames}
          label={t('notes_colourIs', nameColour(t, highlight.colour, colourNames))}
        />
      </div>
    </>
  )
}
