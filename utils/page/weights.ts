/**
 * Numbers by which the page room decides; lengths in UTF-16 units, shares 0..1.
 * F1 is of four-word shingles on 118 saved news pages (tests/quality/story), one number changed at a time; 0.980 as set.
 */
export const weights = {
  /**
   * A run of text shorter than this is a label, a button or a date, and says nothing about where the story is.
   * Anything from 25 to 80 is as good (F1 within 0.001), 100 loses short stories (0.967).
   */
  paragraphLength: 60,
  /** From this share of link text on, a run is a menu or a list of other stories. 0.4 to 0.8 within 0.001; 0.3: 0.971. */
  linkShare: 0.5,
  /** An element that holds this share of its parent's paragraphs holds the story. 0.6: 0.971; 0.7 to 0.75: best; 0.9: 0.973. */
  descendShare: 0.75,
  /**
   * The same for an element that says it is the story: teasers of other stories may outweigh a short one.
   * 0.2 to 0.3: 0.980; 0.4: 0.976; without such names: 0.967.
   */
  namedShare: 0.3,
  /**
   * Class names lie: themes put "comment" and "sidebar" on the whole page. An element with at least this share of
   * all paragraphs is never left out for its name. Names never believed: 0.952; always: 0.799; 0.4 to 0.6 within 0.005.
   */
  trustNameBelow: 0.5,
  /** Longest selection that can be highlighted: some 15,000 words, more than any article. */
  selectionLength: 100_000,
  /** Ground darker than this is a dark page: mid grey, on which black and white text read equally well (WCAG 2.2). */
  darkLuminance: 0.18,
  /** Text lighter than this stands on something dark that cannot be read from the styles. */
  lightTextLuminance: 0.5,
  /** So many paragraphs tell where a story's column is; a live blog has hundreds. */
  measuredParagraphs: 60,
  /** How often our own element is put back: once or twice is a page that redraws itself, more is a fight we leave. */
  hostReturns: 5,
} as const

/** How several stories in one document are told apart (find-story-in-view): apart from the others, as the gate needs no more. */
export const viewWeights = {
  /** Of several stories in one document each has at least so many paragraphs of this length: boxes of teasers have not, … */
  storyParagraphs: 3,
  storyParagraphLength: 100,
  /**
   * … and at least this share of the longest one's text; together they have most of the page's. By headlines alone three
   * of 118 saved pages were taken for several stories (recall 0.961 instead of 0.978), so none is.
   */
  comparableShare: 0.15,
  togetherShare: 0.6,
  /** The reader is at the last story that begins above this share of the window's height. */
  viewLine: 0.5,
} as const
