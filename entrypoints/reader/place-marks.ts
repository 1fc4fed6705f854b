import type { ReadReply } from '../../utils/messaging/protocol'
import type { ClaimId } from '../../utils/model/ids'
import type { ClaimHere, SentenceHere } from '../../utils/model/reading'
import { relationLooks } from '../../utils/model/relation'
import type { MarkTone } from '../../utils/page/painter'
import type { TextMap } from '../../utils/page/text-map'

/** A claim's place on the page. */
export interface Mark {
  id: ClaimId
  here: ClaimHere
  /** The text of the question its colour is about. */
  question: string | null
  tone: MarkTone
  words: Range
  /** The sentence around the words; the words themselves where it could not be told. */
  sentence: Range
}

/** A sentence of an article that is not on file, which may speak of what is. */
export interface RelatedMark {
  here: SentenceHere
  range: Range
}

/** The sentences that share words with claims on file, in the order of the text. */
export const placeRelated = ({ sentences }: ReadReply, map: TextMap): RelatedMark[] =>
  sentences.flatMap(here => {
    const range = map.toRange(here.span)
    return range ? [{ here, range }] : []
  })

/** The marks of a reading in the order of the text; claims without a place have none. */
export function placeMarks({ claims, questions }: ReadReply, map: TextMap): Mark[] {
  return claims
    .flatMap(here => {
      const words = here.span && map.toRange(here.span)
      if (!words || !here.span) return []
      const sentence = (here.sentence && map.toRange(here.sentence)) ?? words
      const tone: MarkTone = here.markedBy ? relationLooks[here.markedBy.relation].tone : 'plain'
      const question = (here.markedBy && questions[here.markedBy.question]) ?? null
      return [{ id: here.claim.id, here, question, tone, words, sentence, start: here.span.start }]
    })
    .sort((a, b) => a.start - b.start)
    .map(({ start: _start, ...mark }) => mark)
}
