/** Numbers by which the page room decides; lengths in UTF-16 units, shares 0..1. */
export const weights = {
  /** A run of text shorter than this is a label, a button or a date, and says nothing about where the story is. */
  paragraphLength: 60,
  /** From this share of link text on, a run is a menu or a list of other stories. */
  linkShare: 0.5,
  /** An element that holds this share of its parent's paragraphs holds the story. */
  descendShare: 0.75,
  /** The same for an element that says it is the story: teasers of other stories may outweigh a short one. */
  namedShare: 0.4,
  /**
   * Class names lie: themes put "comment" and "sidebar" on the whole page. An element with at least this share of
   * all paragraphs is never left out for its name.
   */
  trustNameBelow: 0.5,
  /** Longest selection that can be highlighted. */
  selectionLength: 100_000,
  /** Ground darker than this is a dark page: mid grey, at which black and white text read about equally well (WCAG). */
  darkLuminance: 0.18,
  /** Text lighter than this stands on something dark that cannot be read from the styles. */
  lightTextLuminance: 0.5,
  /** How often our own element is put back into a page that takes it out. */
  hostReturns: 5,
} as const
