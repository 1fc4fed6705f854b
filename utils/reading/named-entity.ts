import type { Span } from '../model/span'
import type { Gender } from './speaker-words'

/** Somebody or something that an article names. */
export interface NamedEntity {
  /** The fullest name in the article. */
  name: string
  kind: 'person' | 'body' | 'outlet'
  gender: Gender | null
  /** Of persons; '' where the article does not say. */
  role: string
  affiliation: string
  /** What it is called by, in the singular: "spokesman", "agency". */
  nouns: Set<string>
  mentions: Mention[]
}

export interface Mention {
  span: Span
  /** With the offices before the name. */
  wholeSpan: Span
  sentence: number
  /** The sentence begins with it: most often it is what the sentence is about. */
  isFirst: boolean
  isQuoted: boolean
  /** An office or a form of address stands before it: surely a name. */
  hasOffice: boolean
}

export interface Memory {
  /** In the order of their first mention. */
  entities: NamedEntity[]
  /** In the order of the text. */
  mentions: { mention: Mention; entity: NamedEntity }[]
}
