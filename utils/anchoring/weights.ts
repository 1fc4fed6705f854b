/**
 * How much of the text around a passage is kept, and how much of it must still be there.
 * Lengths in UTF-16 units.
 */
export const weights = {
  /** Context is cut at a space from here on: some six words, enough for most passages of an article. */
  contextLeast: 32,
  /** Where no space comes (a long word, a language without spaces), context is cut here. */
  contextMost: 64,
  /**
   * A passage whose words and context stand in the page more than once is kept with more context, doubled up to
   * here, until they stand there once. Lists and live blogs repeat whole sentences; beyond this length a repeat is
   * taken to be the same thing printed twice, and only its position tells them apart.
   */
  contextCeiling: 512,
  /**
   * A passage that is found once is believed without any context from this length on (counted without the space
   * around it): five or six words rarely come twice by chance. Shorter ones ("the official said") do, so they need context.
   */
  tellingLength: 24,
  /** Share of the context that must fit for a shorter passage, and for any passage found in several places. */
  fitLeast: 0.5,
  /**
   * By how much (of the whole context) the best of several places must beat the next. Text that fits by chance
   * ('. The ') covers 5 to 10 hundredths of a context of 64 to 128 units; twice that is clear.
   */
  fitMargin: 0.2,
} as const

/**
 * A locator that is made here has at least so many words, where the passage has: the shortest of the starter dossier's
 * have 3, but a text that changes a little should not come to hold it twice.
 */
export const fewestLocatorWords = 6

/** The most words of a locator that the formats take. */
export const mostLocatorWords = 100

/** How a passage is named in an address; lengths in UTF-16 units. */
export const fragmentWeights = {
  /** A passage up to this length is named by all of its words, as browsers' own links do; a longer one by its ends. */
  wholeLength: 300,
  /** How many words of a longer passage are its ends: as few as tell it from others. */
  endWords: [4, 8, 16],
  /** How many words before and behind a passage are named, one after the other, until nothing before it fits. */
  contexts: [
    [0, 0],
    [3, 0],
    [0, 3],
    [3, 3],
    [8, 0],
    [0, 8],
    [8, 8],
    [24, 24],
  ],
  /** Of a page that is not open a passage of fewer words is named with those of these contexts from here on. */
  tellingWords: 5,
  contextsOfShort: 3,
  /** How far around a passage its words are looked for: more than 24 of them need. */
  reach: 1_000,
  /** Signs up to here between a passage and its line's edge belong to it: quotation marks, a dash, a bullet. */
  signs: 20,
} as const
