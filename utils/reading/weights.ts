/**
 * The numbers of this room. Terms, rules and the threshold of a topic are the dossier's own (`spotting`);
 * these say how a page's parts count, and what makes a page an article.
 * Measured by tests/quality/spotting.test.ts, on the starter dossier's bodies and on PolNeAR's 924 articles.
 */

/** How a topic's rules are added up over the parts of a page. */
export const topicWeights = {
  /**
   * A group belongs to the body where at least this share of its paragraphs names it: a subject is come back to, a
   * mention is not. Of the dossier's 143 bodies 141 are found with 0.25, 128 with 0.34; of PolNeAR's 924 articles 3 are
   * taken with 0.25, 7 with 0.2.
   */
  bodyShare: 0.25,
  /** What the body counts beside the headline: so much that it can decide alone, if it fits more than one rule. */
  body: 0.75,
} as const

/**
 * What makes a page a news article: points, added up. An article has at least `threshold`; a bare page with a heading
 * and nothing against it has too little, one more sign is enough.
 */
export const articleWeights = {
  threshold: 2,
  /** The page says that it is an article (`og:type`; a JSON-LD type): each is enough alone. */
  saysArticle: 2,
  saysArticleType: 2,
  headline: 1,
  published: 1,
  byline: 1,
  /** So many long paragraphs outside of links and lists read like a story. */
  storyParagraphs: 3,
  story: 1,
  /** The first page of a site is a front, whatever it says of itself. */
  frontPage: -9,
  /** A picture, a player or an empty shell: nothing to read. */
  noWords: -9,
  /** `og:type` website: fronts say so, and some sites say so of all their pages. */
  saysWebsite: -1,
  /** A JSON-LD type for lists, shops and searches, and none for articles. */
  saysOther: -2,
  /** So many links, no story, and no word of being an article: things to choose from. */
  listLinks: 60,
  list: -2,
  /** So many `<article>` elements under the same conditions: teasers. */
  teasers: 6,
  manyTeasers: -2,
} as const

/**
 * How the reading model's tags are cut into sources, cues and contents, in natural logarithms. Chosen on every second of
 * 210 articles of PolNeAR's training part, held against the other half; the model was trained on them too, in 1.3 passes:
 * the best tag of each piece has an F1 of .74, .67, .61 there and of .72, .66, .56 on articles it never saw.
 */
export const tagWeights = {
  /**
   * What a beginning costs: stray words that look like a source are left out. Sources: F1 .78 with 0.7, .77 with 0 and
   * with 1.4. Being outside costs 0.8: of too many sources a cue picks the right one, of none it cannot; of whole
   * attributions .790 are right with it and .773 without.
   */
  source: { beginning: 0.7, outside: -0.8 },
  /** Cues: F1 .73 with 0.7, .71 with 0, .72 with 1.4; a bonus for either side changes less than .005. */
  cue: { beginning: 0.7, outside: 0 },
  /** Contents are long: F1 .73 with 1.4, .71 with 0; fewer holes in them with -0.3 (.726 for .721). */
  content: { beginning: 1.4, outside: -0.3 },
  /** A run may begin with a word that the model has inside one, at this cost; not tried otherwise. */
  strayInside: 1,
} as const

/**
 * What joins source, cue and content of a sentence costs; the least costly is taken. Found by changing one at a time, in
 * both directions, on the same articles: from a first guess to these, whole attributions went from F1 .746 to .773, and cues that
 * have their source from .890 to .920. With the true spans for the tags .94 of all attributions are joined right.
 */
export const joinWeights = {
  /** Per natural logarithm of the words in between and one: sources may stand far off (+.020), contents not (+.001). */
  sourceWord: 0.5,
  contentWord: 2,
  /** Another cue stands between content and cue. */
  contentCue: 1.5,
  /** A content stands between source and cue (+.002). */
  sourceContent: 2,
  /** The source stands on the side that the cue does not point to (+.002). */
  sourceAfter: 1.35,
  sourceBefore: 1,
  contentBefore: 0.3,
  /** One is inside of a quotation and the other is not. */
  quotation: 3,
  /** No source, no cue: taken where everything else costs more. */
  noSource: 4,
  noCue: 5,
} as const

/**
 * How sure a speaker is by how the article names them, 0..1. There is no public truth to fit them on; they follow the
 * order in which the six invented articles for tuning came out right: full names, short ones, offices, pronouns.
 */
export const speakerWeights = {
  named: 0.95,
  short: 0.9,
  /** "The official", "the agency": known from before. */
  definite: 0.8,
  /** Nobody's name, and the words are quoted as they stand. */
  words: 0.85,
  /** "The engineer", of whom nothing was said before. */
  newDefinite: 0.7,
  implicit: 0.6,
  /** A quotation that stands alone is given to whom the one before it was. */
  carried: 0.9,
  /** In UTF-16 units: what goes before "who" and is longer is no phrase. */
  longestPhrase: 80,
  /** "Another" is one more of those who were heard so many sentences ago at most. */
  partialReach: 2,
} as const

/**
 * Whom "he" and "she" mean: points, added up. Set by hand by the usual preferences (whoever spoke last, what the sentence
 * began with, what is near; Lappin and Leass 1994) on the same six articles. All 5 pronouns for speakers in them come out right, and all 8 in the six that were kept apart.
 */
export const pronounWeights = {
  /** Was heard; was heard last. */
  spoke: 1,
  spokeLast: 1.5,
  /** Its sentence begins with it. */
  first: 0.7,
  /** One word without an office: it may be a place. */
  bare: -0.5,
  /** Heard and named again since. */
  again: 0.5,
  /** The article or the given name says the gender: more than to begin a sentence. One that does not fit is out. */
  gender: 1.2,
  perSentence: 0.6,
  /** So many sentences back at most. */
  reach: 6,
  least: -2,
  /** A lead below this leaves it open; from the second on it is clear. */
  lead: 0.3,
  clearLead: 1,
  /** How sure it then is. */
  clear: 0.85,
  close: 0.6,
  unresolved: 0.35,
  it: 0.7,
  /** "I" inside of somebody's words, times how sure that somebody is. */
  own: 0.9,
  /** "It" is a body that was heard so many sentences ago at most; else the one named last. */
  itReach: 2,
} as const

/** Who says a sentence. On the six articles for tuning 73 of 80 passages stand in a sentence with the right speaker. */
export const sentenceWeights = {
  /** So much of it, without the words for source and cue, must be what is said. */
  share: 0.5,
  /** Counts less where it is said inside of somebody else's quotation. */
  quoted: 0.6,
  /** Counts less where the article does not say who. */
  implicit: 0.7,
  /** So many attributions around are looked at for the one that quotes. */
  near: 6,
} as const
