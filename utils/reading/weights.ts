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
