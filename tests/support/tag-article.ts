import type { TaggedPiece } from '../../utils/model/sentence-reading'
import type { Span } from '../../utils/model/span'
import { type ArticleToAttribute, attributeArticle } from '../../utils/reading/attribute-article'
import { splitSentences } from '../../utils/reading/split-sentences'

const parts = ['s', 'q', 'c']

/** A text whose sources, cues and contents are marked (`<s>Reil</s> <q>said</q> <c>no</c>`), without the marks. */
export function readMarked(marked: string): { text: string; spans: { part: number; span: Span }[] } {
  const spans: { part: number; span: Span }[] = []
  const open: number[] = []
  let text = ''
  for (const piece of marked.split(/(<\/?[sqc]>)/)) {
    const [, slash, part = ''] = /^<(\/?)([sqc])>$/.exec(piece) ?? []
    if (!part) text += piece
    else if (slash)
      spans.push({ part: parts.indexOf(part), span: { start: open.pop() ?? 0, end: text.length } })
    else open.push(text.length)
  }
  return { text, spans }
}

/** Pieces as a reading model that is sure of the marks gives them: long words in two, the first of a span with B. */
export function tagSentence(
  text: string,
  sentence: Span,
  spans: { part: number; span: Span }[],
): TaggedPiece[] {
  const words = text.slice(sentence.start, sentence.end).matchAll(/[\p{L}\p{N}]{1,6}|[^\s\p{L}\p{N}]/gu)
  return [...words].map(({ 0: word, index }) => {
    const start = sentence.start + index
    const tags = new Float32Array(9)
    for (const part of [0, 1, 2]) {
      const around = spans.find(
        each => each.part === part && each.span.start <= start && start < each.span.end,
      )
      const first = around && Math.max(around.span.start, sentence.start) === start
      tags.set([around ? -3 : 3, first ? 3 : -3, around && !first ? 3 : -3], 3 * part)
    }
    return { span: { start: index, end: index + word.length }, tags }
  })
}

/** An article of marked text, tagged as marked. */
export function tagArticle(marked: string, more: Partial<ArticleToAttribute> = {}): ArticleToAttribute {
  const { text, spans } = readMarked(marked)
  const story = [{ start: 0, end: text.length }]
  const sentences = splitSentences(text, story, 'en')
  const readings = sentences.map(sentence => tagSentence(text, sentence, spans))
  return { text, story, sentences, readings, outlet: 'Harbour Post', byline: '', outlets: [], ...more }
}

/** Who says what in marked text, in a form that can be read: speakers, chains, and the words of sources and contents. */
export function attributeMarked(marked: string, more: Partial<ArticleToAttribute> = {}) {
  const article = tagArticle(marked, more)
  const { attributions, bySentence } = attributeArticle(article)
  const words = ({ start, end }: Span) => article.text.slice(start, end)
  return {
    attributions,
    bySentence,
    said: attributions.map(({ speaker, chain, content, source }) => ({
      ...speaker,
      chain,
      source: source && words(source),
      content: content.map(words),
    })),
  }
}
