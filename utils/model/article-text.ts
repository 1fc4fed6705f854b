import type { Span } from './span'

/** The article as the page has it: what the reader's script collects and the background reads. */
export interface ArticleText {
  /** The page's own address first, then those it states of itself. */
  addresses: string[]
  /** Several stories stood under these since the document was loaded: they do not say which one this is. */
  isAddressShared?: true
  title: string
  outlet: string
  /** The lines in which the page says who wrote it, the surest first (reading/read-byline); '' where none does. */
  byline: string
  /** As the page states them (ISO 8601), or null. */
  published: string | null
  modified: string | null
  language: string
  /** Text of the whole body through the text map (see page/text-map). */
  text: string
  /** The stretches of `text` that are the story, in order, not overlapping. */
  story: Span[]
}
