import type { SpottingRule } from './dossier'
import type { Reason } from './reason'

/** What the gate collects from a page before it decides: plain data, nothing of the DOM. */
export interface PageFacts {
  address: string
  /** Several stories stood under it since the document was loaded: it does not say which one this is. */
  isAddressShared: boolean
  /** `<link rel=canonical>` and `og:url`, absolute, where the page states them. */
  statedAddresses: string[]
  title: string
  description: string
  /** `og:type`, lower case, or ''. */
  ogType: string
  /** The `@type`s of the page's JSON-LD, of every object that names one. */
  jsonLdTypes: string[]
  jsonLdHeadlines: string[]
  /** The page's first heading of the first level. */
  headline: string
  /** The first paragraphs of what looks like the story, in order, at most some 4,000 characters together. */
  paragraphs: string[]
  /** How many `<article>` elements, links, and paragraphs of more than 80 characters the page has. */
  articleElements: number
  links: number
  longParagraphs: number
  hasByline: boolean
  published: string | null
  /** BCP 47 as the page says, or ''. */
  language: string
}

/** A term as it is filed: its group, its words, and whether the last one may go on. */
export type FiledTerm = [group: string, words: string[], isPrefix: boolean]

/** The terms of a topic by their first word, or by what a word must begin with: ready to be looked up. */
export interface TermIndex {
  words: Record<string, FiledTerm[]>
  prefixes: Record<string, FiledTerm[]>
}

/** How one dossier's topic is recognised, prepared for the gate. */
export interface Topic {
  dossier: string
  index: TermIndex
  rules: SpottingRule[]
  threshold: number
}

/** What the gate knows of the corpus and the settings; compiled by the background into `storage.local`. */
export interface GateSnapshot {
  /** Changes when the format does: an older one is compiled anew. */
  format: 3
  topics: Topic[]
  /** Address hashes of articles on file or with claims of the reader's: those that may be the page's. */
  knownAddresses: string[]
  /** Of pages with highlights. */
  highlightedAddresses: string[]
  /** Address hashes of pages of which the reader said "not about this". */
  dismissedAddresses: string[]
  /** Host names on which the reader turned Sidelight off. */
  offHosts: string[]
  isPaused: boolean
}

export type PageVerdict =
  | 'known' // its address is on file
  | 'spotted' // a news article on a dossier's topic
  | 'highlighted' // not on the topic, but the reader has highlights here
  | 'alike' // its address is like one that is on file or highlighted: its text decides
  | 'off-topic'
  | 'not-an-article'
  | 'dismissed' // the reader said: not about this
  | 'off' // off on this site
  | 'paused'

/** What the gate decided, and why. */
export interface Judgement {
  verdict: PageVerdict
  /** The dossier whose topic it is, where it is on one. */
  dossier: string | null
  reasons: Reason[]
}
