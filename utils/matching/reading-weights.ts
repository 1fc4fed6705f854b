import type { Sureness } from '../model/settings'

/**
 * How a reading model's scores and the nearest claims on file decide what a sentence says. Measured by
 * tests/quality/reading.test.ts on 191 restated sentences of 24 articles that the model never saw, each without the
 * claims of its own article.
 */
export const readingWeights = {
  /** So many of the nearest claims are asked for: enough for the positions of a rarer question. */
  neighbours: 50,
  /**
   * The vote of so many of them for a question, each weighing e^(steepness × (likeness − 1)), and its share beside the
   * model's score. With 0.2 the first question is right as often as by the model alone (0.648), and more of an article's
   * are; with 0.3 the first is right in 0.615.
   */
  voters: 12,
  voteSteepness: 15,
  vote: 0.2,
  /**
   * The nearest claims on the question vote for its position: right of four 0.66 by the model alone and 0.71 with them,
   * yes against no 0.89 and 0.93. Anything from 5 to 12 voters and a share of 0.3 to 0.5 is within 0.01.
   */
  positionVoters: 5,
  positionSteepness: 12,
  positionVote: 0.3,
  /** Of so many of the nearest at least half must have that position, where it is to contradict something. */
  backers: 3,
  /** A question that the model does not know: claims farther than the first say nothing, nearer than the second all. */
  farLikeness: 0.35,
  nearLikeness: 0.75,
  /**
   * A score counts so much where no claim on file shares words with the sentence, and wholly from the second on: the
   * score of the best match by terms. So a sentence without any such words is never marked. Anything from 0.5 on costs
   * nothing on the restated sentences; of those on other topics fewer are marked, the lower it is.
   */
  offTopic: 0.5,
  wholeTopic: 0.2,
  /** What a match by terms on the same question adds to a score where it is decided what is listed as related. */
  terms: 0.3,
  /** Words that somebody denies bear on a question where their score alone is so much of the whole sentence's. */
  denied: 0.5,
  /** From here on the reason says "almost the same", or "alike"; below it "a little alike". */
  sameLikeness: 0.85,
  relatedLikeness: 0.65,
} as const

/**
 * From which scores on a sentence is marked as a claim; and from which, with what shared words add, it is listed as related.
 * By leaving each of the 24 articles out in turn and choosing on the others, 0.89 of an article's questions are right (goal
 * 0.85) and 0.58 of what it bears on is found. Of sentences about other topics (PolNeAR) 0.012 are marked then. What is
 * marked or listed is right in 0.76 of the claims shown, where terms alone are in 0.69, and says something right of more
 * than twice as many sentences.
 */
export const readingThresholds: Record<Sureness, { claim: number; related: number }> = {
  more: { claim: 0.47, related: 0.5 },
  even: { claim: 0.53, related: 0.51 },
  fewer: { claim: 0.67, related: 0.55 },
}

/**
 * What other sentences of the article bear on, this one is likelier to bear on too: the best of theirs counts so much.
 * With none, 0.85 and 0.61 at the same thresholds' choice; 0.1 to 0.2 are alike, more costs the sentences' own precision.
 */
export const articleSupport = 0.15

/**
 * A machine's reading is taken to contradict what is on file only from these scores on, of question and position, and where
 * the sentence does not limit what it says, and at least half of the three nearest claims on the question have that position.
 * On the restated sentences all 19 that are over both have question and position right (goal 0.9), and 19 of 21 with
 * thresholds chosen on the other articles. Without regard to the nearest it is 17 of 21 so, with the two nearest 17 of 19,
 * with three of five 15 of 18.
 */
export const contradictionThresholds = { question: 0.75, position: 0.55 } as const

/**
 * A speaker less certain than this is not named: the outlet is. On PolNeAR's training part of attributions below 0.5 in 54
 * of 100 source, cue and content overlap the true ones.
 */
export const leastCertainVoice = 0.4

/**
 * What is shown where the reader asks what is on file about some words. Whoever asks looks for something, so more is
 * shown than an article is marked with: a question from this score on, if a claim on it is at least this like the words.
 * Of 128 restated sentences, each without the claims of its own article, 122 get a question, 2.4 on average; 0.47 of these
 * are right, and 0.79 of the sentences have a right one. Of 300 sentences of PolNeAR's articles 0.19 get any. Likeness alone
 * tells little: of these 0.91 have a claim from 0.5 on, and all of the others.
 */
export const onFileLimits = { score: 0.25, likeness: 0.5 } as const

/** So many sentences of a selection are looked up: a paragraph or two, a third of a second. */
export const mostSentencesOnFile = 12

/** Claims of a question, if so many bear on it at all, and at most: sources, for their repeats are folded. */
export const claimsPerQuestion = { least: 3, most: 10 } as const
