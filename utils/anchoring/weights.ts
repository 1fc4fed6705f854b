/**
 * The numbers of finding passages again. What is said of cases is of the saved pages that the edit benchmark leaves for choosing
 * them (tests/quality/anchoring.test.ts measures on the fourth): some 960 cases of each of twelve kinds of edit at a time.
 * Lengths of contexts are in UTF-16 units with runs of white space as one; shares, likenesses and sides go from 0 to 1;
 * what words tell is counted as in SoughtWord: 1 for a word that the text has once.
 */
export const weights = {
  /**
   * Context is cut at a space from here on: some 25 words. With 32 units, as tools have it, an inserted sentence or a
   * rewritten lead leaves nothing of one side, and little is to be shown of what was edited around a passage.
   */
  contextLeast: 160,
  /** Where no space comes (a long word, a language without spaces), context is cut here. */
  contextMost: 224,
  /**
   * A passage that stands in the page more than once is kept with more context (see Repeat), up to here, until it stands there
   * once with it. Beyond, a repeat is taken to be the same thing printed twice, and only its position tells them apart.
   */
  contextCeiling: 2240,
  /** Close surroundings, on each side: a list of like entries has them more than once. */
  contextClose: 32,

  /** A run of words that came in between costs so much, in words that tell, … */
  newRun: 0.6,
  /** … and each of its words this: an advertisement of 30 words 1.5, less than two rare words of the passage. */
  newWord: 0.03,
  /** Another form of a word, or a slip of the pen, costs this share of the word: "phone" for "phones". */
  alikeWord: 0.35,
  /** So much of both words is at their beginning and end then. */
  alikeShare: 0.7,
  /** Another word in a word's place costs the word and this: less than leaving one out and putting one in. */
  otherWord: 0.1,

  /** Context that tells less than this is not enough for a whole side: lists of the same words around the same words. */
  leastContext: 2.5,
  /** The same for a passage; short ones of common words are most of what is marked, so it is less. */
  leastPassage: 1,
  /** The nearest words of the context count for themselves, so that a paragraph that was moved still has its neighbours. */
  nearWords: 8,
  /** Words apart from a passage up to which context stands right beside it. */
  besideWords: 2,
  /**
   * Context that stands further off counts by this: a sentence came in between. It is what tells a passage from its own copy
   * some lines away, which has the same words before it and behind it.
   */
  apartShare: 0.75,

  /** Occurrences of sought words that are asked for a place, rarest words first. */
  mostVotes: 1_500,
  /** Occurrences of the passage itself that are looked at; those of single letters may be more. */
  mostWhole: 2_000,
  /** Places that are compared word by word: they are most of the time that a lost passage takes. */
  mostPlaces: 4,
  /** One for which less speaks than this share of what speaks for the first is not looked at. */
  leastPeak: 0.2,
  /** Words before and behind a place in which its context is looked for: some two sentences that came in between. */
  slack: 50,

  /** Both sides together, from where on a passage found whole is sure without a look at edited places. */
  sureContext: 1,
  /** Several places have the words: the best has this of both sides together … */
  repeatedContext: 0.8,
  /** … and the next at least so much less. Two copies of a story are as good as even. */
  repeatedMargin: 0.4,
  /**
   * A passage of which there was another: what is left may be that one, so each side must have this, and both together
   * the next. In a list of goods a deleted entry's copy reached 0.75 and 0.70; right behind a passage that was cut its
   * copy reached 0.75 and 0.96, with a whole side that stands apart.
   */
  sideStands: 0.76,
  bothStand: 1.6,
  /** A passage that stood once and has so many words, which tell so much, is believed wherever it is found whole: paragraphs are moved. */
  tellingWords: 6,
  telling: 3,
  /** A shorter one needs this of both sides together; of 960 passages moved with their paragraphs 8 were lost by that. */
  shortContext: 0.5,

  /** An edited passage has this much of its words, at the least … */
  editedLikeness: 0.45,
  /**
   * … and with both sides this. Of 806 edited passages 17 had less than 2.4, and no lookalike more; at 2.0 it was 2 and
   * 11. An entry of a list of goods reached 2.42 after another was deleted.
   */
  editedFit: 2.5,
  /** The same for a passage that stood in the page more than once. */
  repeatedFit: 2.7,
  /** Another place of the text from which a passage is taken is a lookalike from here on: less than passes for it later. */
  lookalikeFit: 2,
  /** In longer texts none is looked for: they take some 30 ms to read. */
  longText: 300_000,
  /** Or this much of its words beside one side that stands whole: what was on the other is rewritten. Lookalikes had up to 0.68 there. */
  oneSidedLikeness: 0.8,
  wholeSide: 0.95,
  /** The second best of edited places has so much less, or there is no telling. */
  editedMargin: 0.25,

  /** Words at one end of a passage that stand further than this from its others, … */
  strayWords: 8,
  /** … and tell less than this share of them all, are no part of it: other words that happen to be the same. */
  strayShare: 0.25,
  /** A passage that was cut off has its first words right behind their context, and on the other side less than this. */
  goneSide: 0.3,
  /** So many of them, telling so much: fewer begin many a sentence. */
  remnantWords: 6,
  remnantTelling: 2,
  /** What else of the passage stands may tell this share of them. */
  remnantOthers: 0.2,

  /** A passage of more words is found by pieces of it, so that it takes no longer than some short ones. */
  longWords: 150,
  pieces: 5,
  pieceWords: 50,
  /** Words of the passage around a piece that serve as its context. */
  pieceContext: 30,

  /** A place is offered where this much of the passage stands. */
  offeredLikeness: 0.35,
  mostOffered: 5,
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
