import type { Speaker } from './dossier'
import type { Reason } from './reason'
import type { Span } from './span'

/** Something that somebody says, as an article has it. Spans are of the article's text. */
export interface Attribution {
  /** The words that name the speaker; null where they are left out ("was reported"). */
  source: Span | null
  /** The words that say that something is said: "told reporters", "according to"; null where a quotation stands alone. */
  cue: Span | null
  /** What is said, in order and not overlapping; it may run on over sentences. Never empty. */
  content: Span[]
  speaker: Speaker
  /** From the speaker, over those who carry it, to the outlet being read. */
  chain: string[]
  /** How sure this is as a whole, 0..1: of those at 0.8 about eight in ten are right (tests/quality/attributions.test.ts). */
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
