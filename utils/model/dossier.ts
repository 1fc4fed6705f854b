import type { ArticleId, ClaimId, DossierId, QuestionId } from './ids'

/** What a claim answers its question with. */
export type Position = 'yes' | 'no' | 'partly' | 'unknown'
export const positions: readonly Position[] = ['yes', 'no', 'partly', 'unknown']

export type Modality = 'asserts' | 'reports' | 'denies' | 'warns' | 'declines' | 'questions'
export type SpeakerKind = 'named' | 'anonymous' | 'institution' | 'outlet'
export const speakerKinds: readonly SpeakerKind[] = ['named', 'anonymous', 'institution', 'outlet']

/** A date, month, year or interval of them in EDTF (ISO 8601-2), level as in relations.md. */
export type Edtf = string

export interface Question {
  id: QuestionId
  group: string
  /** A yes/no question about a leader. */
  text: string
}

/** An article on file. */
export interface Article {
  id: ArticleId
  url: string | null
  /** Other addresses of the same article, as published. */
  otherUrls?: string[]
  /** The outlet, last in its claims' chains. */
  publisher: string
  /** The agency whose copy it is, or where the copy stands. */
  credit?: string
  title: string | null
  published: Edtf
  /** BCP 47. */
  language: string
  /** Whom the article is about: the subject of its claims where they name none. */
  leader: string
}

/** Finds a passage in an article's text without carrying the publisher's words. */
export interface Locator {
  /** How many consecutive words (see anchoring/words). */
  words: number
  /** Fingerprint of these words, joined by single spaces: 16 hex digits. */
  hash: string
}

export interface Speaker {
  name: string
  kind: SpeakerKind
  role?: string
  affiliation?: string
}

export interface Answer {
  question: QuestionId
  position: Position
}

/** A statement somebody makes, in the dossier's own words. */
export interface Claim {
  id: ClaimId
  article: ArticleId
  statement: string
  locator: Locator
  /** Whose phones, where that is not the article's leader. */
  subject?: string
  /** Who is said to listen, hack or spy. */
  actor?: string
  speaker: Speaker
  /** Who told whom, from the speaker to the outlet that carries it. */
  chain: string[]
  modality: Modality
  /** The time the claim is about; null where nobody says. */
  about: Edtf | null
  bearsOn: Answer[]
}

/** One group of words that mean the same for spotting: "a head of state", "a phone", "being listened to". */
export interface TermGroup {
  id: string
  /** Lower case; several words make a phrase; a trailing `*` stands for any ending of the last word. */
  terms: string[]
}

/** A combination of groups that counts for (or, with a negative weight, against) the topic. */
export interface SpottingRule {
  /** Ids of groups that must all occur in one part of the page's facts. */
  all: string[]
  weight: number
}

/** How articles on a dossier's topic are recognised. */
export interface Spotting {
  groups: TermGroup[]
  rules: SpottingRule[]
  /** The sum of weights from which an article is on the topic. */
  threshold: number
}

/** Questions, articles and claims on one topic, as one importable file. */
export interface Dossier {
  format: 'dossier'
  version: number
  id: DossierId
  title: string
  summary: string
  /** Who put it together, and where errors are reported. */
  compiledBy?: string
  reportErrors?: string
  spotting?: Spotting
  questions: Question[]
  articles: Article[]
  claims: Claim[]
}

/** What is said of an installed dossier at the foot of what it shows. */
export interface DossierInfo {
  id: DossierId
  title: string
  version: number
  /** The newest `published` in it. */
  upTo: Edtf
  compiledBy: string | null
  reportErrors: string | null
  articleCount: number
  claimCount: number
  questionCount: number
}
