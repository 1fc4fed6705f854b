import type { ReadingPart } from '../../utils/messaging/protocol'
import type { ClaimId } from '../../utils/model/ids'
import type { ClaimHere, SentenceHere } from '../../utils/model/reading'
import { relationLooks } from '../../utils/model/relation'
import type { MarkTone } from '../../utils/page/painter'
import type { Work } from '../../utils/page/slices'
import type { TextMap } from '../../utils/page/text-map'

/** A claim's place on the page. */
export interface Mark {
  id: ClaimId
  here: ClaimHere
  /** The text of the question its colour is about. */
  question: string | null
  tone: MarkTone
  /** At least one. */
  words: Range[]
  /** The sentence around the words; the words themselves where it could not be told. */
  sentence: Range[]
  /** Where the words begin in the text. */
  start: number
}

/** A sentence of an article that is not on file, which may speak of what is. */
export interface RelatedMark {
  here: SentenceHere
  /** At least one. */
  ranges: Range[]
}

/** The sentences that share words with claims on file, in their order. */
export function* placeRelated({ sentences }: ReadingPart, map: TextMap): Work<RelatedMark[]> {
  const placed: RelatedMark[] = []
  for (const here of sentences) {
    const ranges = map.toRanges(here.span)
    if (ranges.length > 0) placed.push({ here, ranges })
    yield
  }
  return placed
}

/** The marks of a reading; claims without a place have none. */
export function* placeMarks({ claims, questions }: ReadingPart, map: TextMap): Work<Mark[]> {
  const placed: Mark[] = []
  for (const here of claims) {
    yield
    const words = here.span ? map.toRanges(here.span) : []
    if (!here.span || words.length === 0) continue
    const around = here.sentence ? map.toRanges(here.sentence) : []
    const sentence = around.length > 0 ? around : words
    const tone: MarkTone = here.markedBy ? relationLooks[here.markedBy.relation].tone : 'plain'
    const question = (here.markedBy && questions[here.markedBy.question]) ?? null
    placed.push({ id: here.claim.id, here, question, tone, words, sentence, start: here.span.start })
  }
  return placed
}
