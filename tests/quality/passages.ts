import type { Span } from '../../utils/model/span'
import { isOverlapping } from '../../utils/model/span'
import { collectArticle } from '../../utils/page/collect-article'
import { createTextMap } from '../../utils/page/text-map'
import { splitSentences } from '../../utils/reading/split-sentences'
import { createRandom, pick, type Random, upTo } from '../support/create-random'
import { openSavedPage, type SavedPage } from '../support/saved-pages'
import { changeTags } from './change-tags'
import { wordsIn } from './edited-text'

/** A page as text, with passages that a reader may have marked. */
export interface MarkedPage {
  name: string
  text: string
  /** From the beginning of the story's text to its end. */
  story: Span
  sentences: Span[]
  passages: Span[]
  /** The page's text after its tags were changed. */
  retagged: string
}

export const passagesPerPage = 30
const shortest = 3
const longest = 60
/** Stories of fewer words have not so many passages. */
const fewestWords = 150

/** Null for a page without a story of some length. */
export function markPage(page: SavedPage, seed: number): MarkedPage | null {
  const { document } = openSavedPage(page)
  const { article, map } = collectArticle(document, page.address) ?? {}
  if (!article || !map) return null
  const { text, story: spans } = article
  const words = spans.flatMap(span => wordsIn(text, span))
  const [first] = spans
  const last = spans.at(-1)
  if (!first || !last || words.length < fewestWords) return null
  const random = createRandom(seed)
  const sentences = splitSentences(text, spans, article.language)
  const passages = Array.from({ length: passagesPerPage }, () => pickPassage(random, text, words, sentences))
  changeTags(document, random)
  return {
    name: page.name,
    text,
    story: { start: first.start, end: last.end },
    sentences,
    passages,
    retagged: createTextMap(document.body).text,
  }
}

/** Every other one begins with a sentence, as readers mark; the rest begin anywhere. */
function pickPassage(random: Random, text: string, words: readonly Span[], sentences: readonly Span[]): Span {
  const isWord = ({ start, end }: Span) => /[\p{L}\p{N}]/u.test(text.slice(start, end))
  for (;;) {
    const length = shortest + upTo(random, longest - shortest + 1)
    const sentence = random() < 0.5 ? pick(random, sentences) : null
    const from = sentence
      ? words.findIndex(word => isOverlapping(word, sentence))
      : upTo(random, Math.max(1, words.length - length))
    const first = words[from]
    const last = words[from + length - 1]
    if (first && last && isWord(first) && isWord(last)) return { start: first.start, end: last.end }
  }
}
