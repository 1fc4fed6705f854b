import { dayMs } from '../model/day-ms'

/**
 * From this gap on, two accounts that differ are of different times (relations.md, row 8). Half a year: of the
 * starter dossier's 653 dated claims 502 speak of one month or day, so that "nearer" mostly means the same affair.
 */
export const otherTimeMs = 183 * dayMs

/**
 * Within this time a statement carried elsewhere is the same statement going round (relations.md, "One source").
 * A week, counted between days of publication: both 1 and 8 May are within it.
 */
export const sameStoryMs = 7 * dayMs

/**
 * Questions that ask what somebody did: where both claims name the one who did it, and name another, they answer
 * different questions (relations.md, row 3). Ids of the starter dossier; the format has no field for it yet.
 */
export const questionsWithActor: ReadonlySet<string> = new Set([
  'listened',
  'state-actor',
  'leader-hacked',
  'official-compromised',
  'content-obtained',
  'influence',
])

/** A page is an article on file where at least so many of its claims' passages are found, … */
export const fewestLocators = 3

/** … and at least this share of them. None of 300 PolNeAR articles on other topics was taken for one on file. */
export const leastShareOfLocators = 0.5

/**
 * Fewer found: the page carries some of the same words, if one of them is a passage of at least so many words;
 * shorter ones are met by chance. With 4, none of 300 PolNeAR articles on other topics was said to carry any, and of
 * the starter's two sample articles one shares a quotation with two others on file, the other with one.
 */
export const fewestWordsCarried = 4

/**
 * A story of fewer words is a teaser before a paywall: its text says neither that it is an article nor that it is not.
 * Of the starter's two sample articles the shorter has some 330.
 */
export const fewestStoryWords = 100

/** Shorter titles ("Live blog", "Morning briefing") are those of many articles. */
export const fewestTitleWords = 4

/**
 * How many terms a profile keeps. The starter's questions have at most 332 terms each and its claims 1,367 together, so
 * nothing is lost there; of a million claims the rest is too rare to tell one question from another.
 */
export const longestProfile = { question: 400, dossier: 4_000 } as const

/**
 * So many counts are kept while profiles are made, all questions together, and as many more for the dossier's own: past
 * that the rarest go (Manku and Motwani 2002, "Approximate frequency counts over data streams", prune likewise). Some
 * 10 MB at the most; the starter has 6,700 together.
 */
export const mostCounts = 100_000

/** A word of the question's own text counts as so many claims with it. */
export const questionTextCounts = 2

/**
 * How a sentence's terms speak for a question, a claim, or for nothing. Chosen on the dossier's claims outside of the
 * articles that tests/quality/terms.test.ts measures on, each without its own article, and on invented sentences. The
 * plateau is flat: halving or doubling any of them moves the share of right first claims by some 0.02 at most.
 */
export const termWeights = {
  /** BM25 (Robertson and Zaragoza 2009): saturation is idle, a term counts once per claim; length as usual. */
  k1: 1.2,
  b: 0.75,
  /** Claims that a term is imagined to occur in beside those on file, and claims imagined without it. */
  backgroundWith: 1,
  backgroundAll: 2,
  /** A question is imagined to have so many claims more, with the dossier's own frequencies. */
  shrink: 10,
  /** What speaks against a question counts less: a sentence says one thing of many. */
  against: 0.5,
  /** So many of the nearest claims vote for their questions, by their likeness to this power, … */
  voters: 20,
  votePower: 2,
  /** … and the vote counts so much beside the profile. */
  vote: 5,
  /** Softness of the choice between questions, and how strong "none of them" is. */
  temperature: 3,
  none: 6,
} as const

/**
 * How sure a match is: how clearly its question stands out, how near the claim is, how much of the sentence the claim
 * has too, and whether the sentence speaks of what the dossier speaks of at all. Without the last a sentence on another
 * topic that shares two rare words with one claim looks surer than one in the middle of the topic. Fitted (logistic
 * regression) on the dossier's claims, each without its article, on invented sentences and on sentences of PolNeAR's
 * training part; none of the sentences on which it is measured.
 */
export const sureWeights = { bias: -2.21, odds: 0.92, near: 0.061, cover: 2.09, topic: 0.61 } as const

/** Words that a reason names: the rarest that sentence and claim share. More would be a list and no reason. */
export const wordsShown = 6

/**
 * How many claims a sentence is compared with: so many at most are read for it, however large the corpus. Of the
 * restated sentences 63 first claims of 128 are right with 50, and as many with 100 or all.
 */
export const candidatesPerSentence = 50

/** Claims met by one term at most, and by all terms of a sentence: they cost little, and tell which share several. */
export const keysPerTerm = 1_000
export const keysPerSentence = 3_000

/**
 * Of the ranked claims of a sentence so many are read whole, whatever their scores, and so many at most where more are
 * sure enough: three sources are shown, and what repeats them is folded.
 */
export const wholePerSentence = { least: 3, most: 12 } as const

/** Sources shown beside one sentence: a glance, not a search. */
export const relatedPerSentence = 3

/**
 * From this score on a claim is shown. Chosen where sureWeights was fitted, not where it is measured: of the dossier's own
 * claims 0.6 are right from 0.40 on, of invented sentences from 0.28 on. On the restated sentences 0.68 of what is shown is right.
 */
export const termCutOff = 0.38

/**
 * What two claims leave out: so many are listed, each with so many claims to open. A plain word is listed where several
 * sources have it, but not a third of all claims (then it is what the question is about), and where it is rare in the
 * dossier (as BM25 has it: of 660 claims, 3 is a word of some 30 of them). Of more claims than `others` the newest are
 * looked at: the starter's largest question has 67.
 */
export const leftOutLimits = {
  shown: 5,
  claimsPerItem: 3,
  sourcesOfWord: 3,
  shareOfWord: 1 / 3,
  words: 2,
  rarityOfWord: 3,
  others: 400,
} as const

/**
 * Statements that share at least so much of the shorter one's words are near: each further word is a difference then. In
 * paraphrases that share less nearly every word is another one, and to emphasise all is to emphasise nothing.
 */
export const leastShareOfNear = 0.5

/**
 * By how much a unit vector's numbers are multiplied before they are rounded to one byte. The largest of 4,700 vectors
 * (dossier, sentences of news) is 0.25, so 127 / 480 leaves room. Likeness is off by 0.0007 in the middle and 0.005 at
 * most, and of the twelve nearest claims 99 in 100 stay among them.
 */
export const int8Scale = 480
