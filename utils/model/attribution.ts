import type { Speaker } from './dossier'
import type { Reason } from './reason'
import type { Span } from './span'

/** Something that somebody says, as an article has it. Spans are of the article's text. */
export interface Attribution {
  /** The words that name the speaker; null where they are left out ("was reported"): then the speaker's name is ''. */
  source: Span | null
  /** The words that say that something is said: "told reporters", "according to"; null where a quotation stands alone. */
  cue: Span | null
  /** What is said, in order and not overlapping; it may run on over sentences. Never empty. */
  content: Span[]
  speaker: Speaker
  /** From the speaker, over those who carry it, to the outlet being read. */
  chain: string[]
  /**
   * How sure this is as a whole, 0..1: an order rather than a probability. On PolNeAR's training part source, cue and
   * content overlap the true ones in 98 of 100 from 0.8 on, in 84 between 0.6 and 0.7, in 54 below 0.5.
   */
  certainty: number
  reasons: Reason[]
}

/** Who says what in an article. */
export interface AttributedArticle {
  /** In the order of the text, by the first word of each. */
  attributions: Attribution[]
  /** For each sentence that was handed in: the attribution that it is part of, as an index; null: the outlet's own words. */
  bySentence: (number | null)[]
}
