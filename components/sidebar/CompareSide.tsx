import type { ComponentChildren } from 'preact'
import type { ComparedFacts, FactStanding, Segment } from '../../utils/model/comparison'
import type { Position } from '../../utils/model/dossier'
import type { ClaimOnFile } from '../../utils/model/reading'
import { Chain } from '../shared/Chain'
import { Disputed } from '../shared/Disputed'
import { Emphasis } from '../shared/Emphasis'
import { formatClaimTime, formatEdtf } from '../shared/format-time'
import { modalityWords } from '../shared/model-words'
import { PositionMark } from '../shared/PositionMark'
import { type MessageKey, useWords } from '../shared/words'

/** How a row stands: sign and word. */
export const factLooks: Record<FactStanding, { sign: string; word: MessageKey }> = {
  same: { sign: '=', word: 'fact_same' },
  differs: { sign: '≠', word: 'fact_differs' },
  finer: { sign: '≈', word: 'fact_finer' },
  coarser: { sign: '≈', word: 'fact_coarser' },
  unknown: { sign: '?', word: 'fact_unknown' },
}

interface Props {
  heading: string
  claim: ClaimOnFile
  position: Position | null
  isLinked: boolean
  /** The statement with what differs; null until it was compared. */
  emphasis: { segments: Segment[]; areNear: boolean } | null
  facts: ComparedFacts | null
  /** Whether the rows say how they stand: on one of the two sides. */
  saysStandings: boolean
  /** Leaves out rows that are the same on both sides. */
  onlyDiffering: boolean
}

/** One claim in full. The rows of both sides stand level by a subgrid: their order and number must not differ. */
export function CompareSide(props: Props) {
  const t = useWords()
  const { heading, claim, position, isLinked, emphasis, facts, saysStandings, onlyDiffering } = props
  const { name, role, affiliation } = claim.speaker
  const office = [role, affiliation].filter(Boolean).join(', ')
  const row = (label: MessageKey, fact: keyof ComparedFacts | null, value: ComponentChildren) => {
    const standing = fact && facts ? facts[fact] : null
    if (onlyDiffering && standing === 'same') return null
    return (
      <>
        <dt>
          {t(label)}
          {saysStandings && standing && (
            <span class={`standing is-${standing}`}>
              <span aria-hidden="true">{factLooks[standing].sign}</span> {t(factLooks[standing].word)}
            </span>
          )}
        </dt>
        <dd>{value}</dd>
      </>
    )
  }
  return (
    <article class="side">
      <h3>{heading}</h3>
      <p class="statement">{emphasis ? <Emphasis {...emphasis} /> : claim.statement}</p>
      <Disputed claim={claim} />
      <dl>
        {row('sidebar_answer', 'position', position ? <PositionMark position={position} /> : '–')}
        {row(
          'sidebar_speaker',
          'speaker',
          <>
            <b>{name}</b>
            {office && <span class="office">{office}</span>}
          </>,
        )}
        {row('sidebar_chain', null, <Chain claim={claim} isLinked={isLinked} />)}
        {row('sidebar_saidHow', 'modality', t(modalityWords[claim.modality]))}
        {row('sidebar_aboutTime', 'about', formatClaimTime(t, claim))}
        {row('sidebar_published', null, formatEdtf(t, claim.source.published))}
      </dl>
    </article>
  )
}
