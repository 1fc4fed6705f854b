import { compareNumbers } from '../matching/compare-claims'
import { groupBySource } from '../matching/group-by-source'
import { makeStance, type Stance } from '../matching/make-stance'
import { relateStances } from '../matching/relate'
import type { QuestionId } from '../model/ids'
import type { SpeakerQuestion, SpeakerStatement } from '../model/questions-on-file'
import type { ClaimOnFile } from '../model/reading'

const timeOf = ({ about, published }: Stance): number | null => {
  const time = about ?? published
  return [time?.startMs, time?.endMs].find(Number.isFinite) ?? null
}

/**
 * What one speaker said on a question, in the order of time, each once however many outlets carry it; and where the
 * speaker said otherwise than before: by the table of relations, which knows "the same speaker said otherwise".
 */
export function tellStory(
  question: QuestionId,
  claims: readonly ClaimOnFile[],
): Pick<SpeakerQuestion, 'statements' | 'changes'> {
  const told = groupBySource(claims.map(claim => makeStance(claim, question)))
    .flatMap(([first, ...repeats]) => (first ? [{ stance: first, repeats, atMs: timeOf(first) }] : []))
    .sort((a, b) => compareNumbers(a.atMs ?? Infinity, b.atMs ?? Infinity))
  const before: Stance[] = []
  const statements = told.map(({ stance, repeats, atMs }): SpeakerStatement => {
    const other = before.findLast(each => each.subject === stance.subject && each.position !== 'unknown')
    // As the later one stands to the earlier: "later account differs".
    const judged = other && relateStances(other, stance)
    before.push(stance)
    return {
      claim: stance.claim,
      position: stance.position ?? 'unknown',
      atMs,
      repeats: repeats.map(({ claim }) => claim),
      change: judged?.isSameSpeaker
        ? {
            relation: judged.relation,
            from: other?.position ?? 'unknown',
            claim: other?.claim.id ?? stance.claim.id,
          }
        : null,
    }
  })
  return { statements, changes: statements.filter(({ change }) => change !== null).length }
}
