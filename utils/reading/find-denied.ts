import type { TaggedPiece } from '../model/sentence-reading'
import type { Span } from '../model/span'
import { draftAttributions } from './draft-attributions'
import { sentenceWeights } from './weights'

/** Cues that say that something is not so; "rejects" of a plan that it is not wanted, which is no less a no. */
const denying =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|contradict(?:s|ed|ing)?|disavow(?:s|ed|ing)?|debunk(?:s|ed|ing)?)\b/i
/** "Did not deny", "would neither confirm nor deny", "declined to dispute". */
const undone = /\b(?:not|never|nor|neither|without|cannot|declin\w+|refus\w+|stopped short)\b|n['’]t\b/i
/** What names the words denied, and is none of them: "the claim that", "as false reports that". */
const naming = /^(?:[\p{L}’'-]+ ){0,4}?that /iu
/** Here begins what is not denied any more. */
const turn =
  /;|, (?:but|though|although|while|whereas|yet|adding|saying|and (?:said|says|added))\b|[, ]+(?:and |or )?$/i
/** Fewer words name a statement ("the report") and do not make it. */
const fewWords = 4

/**
 * What a sentence has somebody deny, where that is most of what it says: the words denied, which say the opposite of what
 * is claimed. Null where nothing is denied, or only what another sentence says ("the report").
 * @param pieces the reading model's tags of the sentence
 */
export function findDenied(sentence: string, pieces: readonly TaggedPiece[]): string | null {
  const whole = [{ start: 0, end: sentence.length }]
  const { drafts } = draftAttributions(sentence, whole, whole, [pieces])
  for (const { source, cue, content } of drafts) {
    const said = cue ? sentence.slice(cue.start, cue.end) : ''
    if (!cue || !denying.test(said) || undone.test(said)) continue
    const span = { start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 }
    // Tags often end too early; what is denied does not, before somebody else says something.
    if (span.start >= cue.end) {
      const next = drafts.flatMap(other => [other.source ?? other.cue]).map(each => each?.start ?? 0)
      const end = Math.min(sentence.length, ...next.filter(start => start > span.start))
      const at = sentence.slice(span.end, end).search(turn)
      span.end = at === -1 ? end : span.end + at
    }
    const denied = sentence.slice(span.start, span.end).replace(naming, '')
    if (denied.split(/\s+/).length < fewWords) continue
    if (lengthOf(span) >= sentenceWeights.share * (sentence.length - lengthOf(source) - lengthOf(cue)))
      return denied
  }
  return null
}

const lengthOf = (span: Span | null): number => (span ? span.end - span.start : 0)
