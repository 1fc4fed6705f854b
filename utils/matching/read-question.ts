import type { QuestionReading } from '../model/reading'
import type { Comparison, Pair } from './compare-claims'
import { countSources } from './count-sources'
import { makeTimeline } from './make-timeline'
import { orderRelated } from './order-related'
import { relateStances } from './relate'
import { isApart } from './relation-order'

/**
 * One question as the sidebar shows it. Each claim on file stands once, in its strongest relation to any claim here.
 * Apart stand those about others or another actor; pairs that the reader told apart are listed by themselves. Counts
 * leave both out; the timeline has those about others, told as such.
 */
export function readQuestion(comparison: Comparison): QuestionReading {
  const { question, here, rows } = comparison
  const standsApart = ({ judged }: Pair): boolean => isApart(judged.relation)
  // Beside an article a claim without any pair left is one that was told apart from all claims here.
  const strongest = rows.map(row => row.strongest).filter(pair => pair.here !== null || here.length === 0)
  const beside = strongest.filter(pair => !standsApart(pair))
  const related = orderRelated(beside)
  return {
    question,
    here: here.map(({ claim, position }) => ({ claim: claim.id, position: position ?? 'unknown' })),
    isDisputed: related.some(({ relation }) => relation === 'disputes'),
    isDisputedHere: disputesItself(comparison),
    related,
    apart: orderRelated(strongest.filter(standsApart)),
    toldApart: here.flatMap(({ claim }) =>
      rows
        .map(({ strongest: { onFile } }) => ({ here: claim.id, claim: onFile.claim }))
        .filter(pair => comparison.isToldApart(pair.here, pair.claim.id)),
    ),
    counts: countSources(beside.map(({ onFile }) => onFile)),
    timeline: makeTimeline(here, strongest),
  }
}

/** Two claims of the article itself dispute each other: a yes and a no about one subject and time. */
const disputesItself = ({ here, isToldApart }: Comparison): boolean =>
  here.some((one, index) =>
    here
      .slice(index + 1)
      .some(
        other =>
          relateStances(one, other).relation === 'disputes' && !isToldApart(one.claim.id, other.claim.id),
      ),
  )
