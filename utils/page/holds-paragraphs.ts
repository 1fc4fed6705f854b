import { findStoryInView } from './find-story-in-view'

/**
 * Whether a story still stands in the document: at least half of its paragraphs do; of several stories, in the one in
 * view. By their words, since a page may put the same story there anew, or others before it. Without paragraphs: no.
 */
export function holdsParagraphs(document: Document, paragraphs: readonly string[]): boolean {
  const root = findStoryInView(document.documentElement) ?? document
  // What collect-facts takes for paragraphs; not all text, as scripts hold stories too.
  const standing = [...root.querySelectorAll('p, div[class*="paragraph" i]')]
  const text = standing
    .map(({ textContent }) => textContent)
    .join('\n')
    .replace(/\s+/g, ' ')
  const found = paragraphs.filter(paragraph => text.includes(paragraph))
  return found.length > 0 && found.length * 2 >= paragraphs.length
}
