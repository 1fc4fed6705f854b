import { useId, useRef } from 'preact/hooks'
import type { Anchoring, Highlight, HighlightChange } from '../../utils/model/highlight'
import type { Failure } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
import { useClaimsHere } from '../claims/claims-context'
import { ChangeConflict } from '../highlights/ChangeConflict'
import { ColourMenu } from '../highlights/ColourMenu'
import { NoteField } from '../highlights/NoteField'
import { Passage } from '../highlights/Passage'
import { sayDay } from '../highlights/say-when'
import { TagField } from '../highlights/TagField'
import { Icon } from '../shared/Icon'
import { memo } from '../shared/memo'
import { anchorWords, nameColour } from '../shared/model-words'
import { useWords } from '../shared/words'
import { AnchorPart } from './AnchorPart'
import { CopyHighlight } from './CopyHighlight'
import { useDeeds } from './deeds-context'
import { useSpot } from './use-spot'

interface Props {
  highlight: Highlight
  anchoring: Anchoring
  colourNames: Settings['colourNames']
  /** The note as it is typed, not in the database yet. */
  draft: string | undefined
  /** Why it could not be saved. */
  failure: Failure | undefined
  /** What the reader wanted while another window changed the same. */
  conflict: HighlightChange | undefined
  visit: number
  /** The visit is to the note's field. */
  isNoteMeant: boolean
}

const tones = {
  exact: 'is-exact',
  moved: 'tone-related',
  changed: 'tone-update',
  lost: 'tone-dispute',
} as const

/** A passage that the reader marked: how it stands in the page, its note, its tags, its colour. */
export const HighlightItem = memo(function HighlightItem(props: Props) {
  const { highlight, anchoring, colourNames, draft, failure, conflict, visit, isNoteMeant } = props
  const t = useWords()
  const { deeds } = useDeeds()
  const { deeds: claims } = useClaimsHere()
  const id = useId()
  const note = useRef<HTMLTextAreaElement>(null)
  const item = useSpot<HTMLLIElement>(visit, isNoteMeant ? note : undefined)
  const { colour, selectors, tags } = highlight
  const { state } = anchoring
  return (
    <li
      class="card highlight"
      ref={item}
      tabIndex={-1}
      data-highlight={highlight.id}
      aria-labelledby={`${id}-words ${id}-state`}
    >
      <p class="highlight-head">
        <span class={`badge ${tones[state]}`} id={`${id}-state`}>
          {t(anchorWords[state])}
        </span>
        <span class="date">{sayDay(highlight.createdMs)}</span>
      </p>
      {/* Changed words stand beside those that were marked. */}
      {state !== 'changed' && (
        <Passage id={`${id}-words`} quote={selectors[0]} colour={colour} hasContext={state === 'lost'} />
      )}
      <AnchorPart highlight={highlight} anchoring={anchoring} wordsId={`${id}-words`} />
      <NoteField highlight={highlight} draft={draft} failure={failure} field={note} isByPage={isNoteMeant} />
      <TagField tags={tags} onChange={wanted => deeds.setTags(highlight, wanted)} />
      {conflict && <ChangeConflict highlight={highlight} wanted={conflict} colourNames={colourNames} />}
      <div class="acts">
        {state !== 'lost' && (
          <button type="button" class="act" onClick={() => deeds.showHighlight(highlight.id)}>
            <Icon name="target" /> {t('sidebar_showOnPage')}
          </button>
        )}
        <button
          type="button"
          class="act"
          onClick={() => claims.begin({ from: 'highlight', highlight: highlight.id })}
        >
          {t('claim_make')}
        </button>
        <CopyHighlight highlight={highlight} anchoring={anchoring} />
        <button type="button" class="act" onClick={() => deeds.deleteHighlight(highlight.id)}>
          <Icon name="bin" /> {t('sidebar_delete')}
        </button>
        <ColourMenu
          highlight={highlight}
          names={colourNames}
          label={t('notes_colourIs', nameColour(t, colour, colourNames))}
        />
      </div>
    </li>
  )
})
