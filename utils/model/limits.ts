/**
 * How much of anything is taken from outside, in UTF-16 units for texts. Above these a file or a message is
 * not what it says it is. Generous against what exists (the longest address of the starter dossier has 191
 * units, its longest title 129, its longest name 48), so that nobody honest meets them. The schema of the
 * backup is no narrower, or what was saved could not be taken in again: a test holds the two together.
 */
export const limits = {
  /** A page's whole text: 5 million units are some 2,000 printed pages. */
  pageText: 5_000_000,
  /** Stretches of a story; a page of 5,000 nested elements has as many. */
  storySpans: 50_000,
  /** An address; browsers cut or refuse somewhere between 2,000 and 65,000. */
  address: 8_000,
  addresses: 20,
  /** Title of an article or page. */
  title: 2_000,
  /** Name of an outlet, a speaker, a place, a group. */
  name: 500,
  /** The lines of a page that say who wrote it, together. */
  byline: 5_000,
  /** A highlight's words, its surroundings and its note, each. */
  highlightText: 100_000,
  /** A tag, and the tags of one highlight. */
  tag: 100,
  tags: 50,
  /** Highlights that are changed in one step: of more than twice as many a step would not fit into one row of the journal. */
  highlightsAtOnce: 10_000,
  /** Members of a chain; the longest of the starter dossier has 5. */
  chain: 20,
  /** An id, a hash, a date, a language. */
  token: 200,
  /** Reasons of one judgement, and values of one reason. */
  reasons: 200,
} as const
