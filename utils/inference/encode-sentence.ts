import type { Span } from '../model/span'
import { type Letter, splitWords } from './split-words'
import type { Vocabulary } from './vocabulary'

/** A sentence as the model takes it. */
export interface EncodedSentence {
  /** One for each piece, with the mark before the first and the one after the last. */
  ids: number[]
  /** Where each piece stands, the two marks left out; UTF-16 units of the sentence. */
  spans: Span[]
  /** True where the sentence goes on after what the model takes. */
  isCut: boolean
}

interface Piece {
  id: number
  span: Span
}

const spanOf = (letters: readonly Letter[]): Span => ({
  start: letters[0]?.origin.start ?? 0,
  end: letters.at(-1)?.origin.end ?? 0,
})

/** The longest piece known at each place (WordPiece); a word that cannot be made of pieces is one unknown piece. */
function splitWord(letters: readonly Letter[], { ids, unknown, longestWord }: Vocabulary): Piece[] {
  const whole = [{ id: unknown, span: spanOf(letters) }]
  if (letters.length > longestWord) return whole
  const pieces: Piece[] = []
  for (let from = 0; from < letters.length; ) {
    let piece =
      (from === 0 ? '' : '##') +
      letters
        .slice(from)
        .map(({ letter }) => letter)
        .join('')
    let to = letters.length
    while (to > from && !ids.has(piece)) {
      to -= 1
      piece = piece.slice(0, piece.length - (letters[to]?.letter.length ?? 0))
    }
    const id = to > from ? ids.get(piece) : undefined
    if (id === undefined) return whole
    pieces.push({ id, span: spanOf(letters.slice(from, to)) })
    from = to
  }
  return pieces
}

/**
 * Splits a sentence into pieces, at most `maxPieces` with the two marks: of a longer one its beginning. What the text
 * says in brackets, "[SEP]" say, is words like any other.
 * Own work because `@huggingface/tokenizers`, with which it is tested to agree, does not say where a piece stands.
 */
export function encodeSentence(sentence: string, vocabulary: Vocabulary, maxPieces: number): EncodedSentence {
  const ids = [vocabulary.first]
  const spans: Span[] = []
  let isCut = false
  reading: for (const word of splitWords(sentence)) {
    for (const { id, span } of splitWord(word, vocabulary)) {
      if (spans.length === maxPieces - 2) {
        isCut = true
        break reading
      }
      ids.push(id)
      spans.push(span)
    }
  }
  ids.push(vocabulary.last)
  return { ids, spans, isCut }
}
