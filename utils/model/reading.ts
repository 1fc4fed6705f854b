import type { ComparedSegments } from './comparison'
import type { Article, Claim, DossierInfo, Edtf, Position, Question } from './dossier'
import type { ArticleId, ClaimId, DossierId, QuestionId } from './ids'
import type { Certainty, ModelUse } from './model-use'
import type { ReaderClaim } from './reader-claim'
import type { Reason } from './reason'
import type { Relation } from './relation'
import type { Span } from './span'

/** A claim with the article that carries it: what a reader sees of it. */
export interface ClaimOnFile extends Claim {
  source: Pick<Article, 'id' | 'url' | 'publisher' | 'title' | 'published' | 'leader' | 'credit'> & {
    /** The reader says that the article says so; no dossier does. */
    isReaders?: true
  }
  /** The reader disputes it, for this reason ('' where none is given). */
  disputed?: string
  /** A machine read it out of the article being read: how surely it answers each question. Absent where a person did. */
  certainty?: Record<QuestionId, Certainty>
}

/** Why a claim of a known article has no place in the page's text. */
export type NotPlaced = 'absent' | 'ambiguous'

/** What a machine takes a sentence to answer to one question, and why. */
export interface MachineAnswer {
  question: QuestionId
  position: Position
  certainty: Certainty
  /** The claims on file that decided, nearest first. None where the model's own score did. */
  neighbours: ClaimOnFile[]
  /** What else decided; absent where nothing did. */
  reasons?: Reason[]
}

/** How a machine came to read a claim out of a sentence: shown with it, for it may be wrong. */
export interface MachineReading {
  /** Surest first. Never empty. */
  answers: MachineAnswer[]
  /** Why it is this speaker's. */
  voice: Reason[]
}

/** A claim made in the article being read. */
export interface ClaimHere {
  claim: ClaimOnFile
  /** The located words, and the sentence around them; null where they are not placed. */
  span: Span | null
  sentence: Span | null
  /** That sentence as the page has it; the located words alone where it is very long. */
  text: string | null
  notPlaced: NotPlaced | null
  /** What colours its mark; null where nothing on file stands to it (it is marked lightly). */
  markedBy: MarkedBy | null
  /** How a machine came to it; absent where a person did. */
  machine?: MachineReading
}

/** A claim of the article with its place, before anything on file was compared with it. */
export type PlacedClaim = Omit<ClaimHere, 'markedBy'>

/** The strongest relation of a claim here, its share of sources, and the claims the small card shows. */
export interface MarkedBy {
  relation: Relation
  isSameSpeaker: boolean
  question: QuestionId
  sources: number
  strongestOpposing: RelatedClaim | null
  strongestAgreeing: RelatedClaim | null
}

/** A claim on file, as it stands to one claim of the article. */
export interface RelatedClaim {
  claim: ClaimOnFile
  position: Position
  relation: Relation
  /** The same speaker said otherwise. */
  isSameSpeaker: boolean
  /** The claim of the article it was compared with; null where it stands alone. */
  against: ClaimId | null
  reasons: Reason[]
  /** Claims of the same source carried by other outlets, folded into this one. */
  repeats: ClaimOnFile[]
  /** How the words of both differ: where a card shows them side by side. */
  compared?: ComparedSegments
}

/** A count of sources and of the outlets that carry them: "3 sources (7 outlets)". */
export interface SourceCount {
  sources: number
  outlets: number
}

/** One point of a question's timeline: a source at one time. Times in ms since 1970, UTC; `end` exclusive. */
export interface TimelinePoint {
  claim: ClaimId
  position: Position
  startMs: number
  endMs: number
  /** "Before 2013" and "since 2013" have one known side; the other reaches to the edge of all points. */
  opens: 'start' | 'end' | null
  /** The claim's own time is unknown: the article's date of publication stands for it. */
  isPublished: boolean
  isHere: boolean
  /** About others or another actor: not beside the article's claims, only near them. */
  isApart: boolean
  /** How it stands to the article; null for the article's own. */
  relation: Relation | null
  label: string
  /** Further claims of the same source at that time, and the outlets that carry them all. */
  repeats: ClaimId[]
  outlets: number
}

/** One question of the article: what is said here, and what is on file. */
export interface QuestionReading {
  question: Question
  /** Of another dossier than the reading's: there claims of the reader's answer it. */
  dossier?: DossierId
  /** In the order of the text. */
  here: { claim: ClaimId; position: Position }[]
  /** Claims of other articles dispute what is said here. */
  isDisputed: boolean
  /** The article itself says yes and no. */
  isDisputedHere: boolean
  /** Ordered as relations.md says; about others and about another actor apart. */
  related: RelatedClaim[]
  apart: RelatedClaim[]
  /** Pairs of which the reader said that they are not about the same thing: so that it can be taken back. */
  toldApart: { here: ClaimId; claim: ClaimOnFile }[]
  counts: SourceCount
  timeline: TimelinePoint[]
  /**
   * Where so much is on file that a part of it was read: how many claims that is, and of how many. All above (counts and
   * timeline too) is of this part. Absent where everything was read.
   */
  sample?: { read: number; of: number }
}

/** How the article was recognised. */
export type Recognition =
  | { how: 'address'; article: ArticleId }
  /** By an address that is like the page's own, or that it states of itself, and by its text. */
  | { how: 'other address'; article: ArticleId; found: number; of: number }
  | { how: 'locators'; article: ArticleId; found: number; of: number }
  | { how: 'none' }

/** Another article on file that carries some of the same words. */
export interface CarriedBy {
  article: ClaimOnFile['source']
  found: number
  of: number
}

/** A question and how much is on file about it. */
export interface QuestionSummary {
  question: Question
  counts: SourceCount
  yes: number
  no: number
  from: Edtf
  to: Edtf
  /** There are too many claims to tell their sources apart: `counts.sources`, `yes` and `no` count claims. */
  isByClaims?: true
}

/**
 * A sentence of an article that is not on file, and what it may speak of. That is a guess, by its words or by a reading
 * model that is not sure enough: what is on file has its position, the sentence has none until the reader gives it one.
 */
export interface SentenceHere {
  span: Span
  text: string
  question: Question
  /** As `related`, surest first, repeats of a source folded. Never empty. */
  related: RelatedClaim[]
}

/** What is shown for one article: plain JSON, with reasons. */
export interface Reading {
  recognition: Recognition
  title: string
  dossier: DossierInfo | null
  claims: ClaimHere[]
  /** Disputed ones first. */
  questions: QuestionReading[]
  /** Where the article is not on file: sentences that something on file may be about, in the order of the text. */
  sentences: SentenceHere[]
  modelUse: ModelUse
  /** What the reader said that its sentences do not say. */
  rejected: ReaderClaim[]
  carriedBy: CarriedBy[]
  /** Where no claim of the article is on file: the questions one may look into. */
  onFile: QuestionSummary[]
  /**
   * Years and outlets of everything related: "23 claims on file from 11 outlets, 2009–2025". `isSample` where some
   * question has so much on file that a part of it was read.
   */
  span: { claims: number; outlets: number; from: Edtf; to: Edtf; isSample?: true } | null
}
