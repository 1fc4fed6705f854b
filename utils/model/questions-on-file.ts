import type { Position, Question, SpeakerKind } from './dossier'
import type { ClaimId, DossierId } from './ids'
import type { ClaimOnFile, SourceCount, TimelinePoint } from './reading'
import type { Relation } from './relation'
import type { Result } from './result'
import type { StopSignal } from './sentence-reading'

/** A question of a dossier, and how much is on file about it. */
export interface QuestionEntry {
  dossier: DossierId
  /** The dossier's title. */
  title: string
  question: Question
  /** Of the dossier and of the reader; `own` are the reader's. */
  claims: number
  own: number
  /** What was counted when the dossier was taken in; null where it has nothing on the question. `isByClaims`: `sources` are claims. */
  counts: (SourceCount & { isByClaims: boolean; from: string; to: string }) | null
  /** Some say yes and some no; of different leaders, perhaps. */
  hasBoth: boolean
}

/** What a timeline can be narrowed by. Values of a list are alternatives; an empty list is no condition. */
export interface TimelineFilter {
  subject: string[]
  outlet: string[]
  speaker: string[]
  kind: SpeakerKind[]
  /** Years, both included; null where that side is open. */
  since: number | null
  until: number | null
}
export const noFilter: TimelineFilter = {
  subject: [],
  outlet: [],
  speaker: [],
  kind: [],
  since: null,
  until: null,
}

/** The parts of a filter that are lists. */
export type FilterList = 'subject' | 'outlet' | 'speaker' | 'kind'
export const filterLists: readonly FilterList[] = ['subject', 'outlet', 'speaker', 'kind']

/** One value of a filter: what it is called, and how many claims it would leave beside the other parts of the filter. */
export interface FilterOption {
  value: string
  label: string
  claims: number
}

/** A question's timeline under a filter. */
export interface FilteredTimeline {
  points: TimelinePoint[]
  /** All that are left, in the order in which they are filed. */
  claims: ClaimId[]
  counts: SourceCount
  /** Most claims first. */
  options: Record<FilterList, FilterOption[]>
  /** Without any date: they are no points. */
  undated: ClaimId[]
}

/** A question with every claim on file, held in this page. */
export interface OpenedQuestion {
  question: Question
  dossier: DossierId
  /** The dossier's title. */
  title: string
  claims: number
  /** First and last year that claims speak of; null where none has a date. */
  years: { from: number; to: number } | null
  find: (claim: ClaimId) => ClaimOnFile | undefined
  /** Cancelled where the signal says so. */
  filter: (filter: TimelineFilter, signal?: StopSignal) => Promise<Result<FilteredTimeline>>
}

/** A speaker with a name, and how much is on file. */
export interface SpeakerEntry {
  /** The name without what varies from outlet to outlet: what addresses name it by. */
  key: string
  name: string
  kind: SpeakerKind
  claims: number
  questions: number
  /** Questions on which more than one of yes, no and partly is on file, about the same leader. */
  changed: number
}

/** What a speaker said on a question, in the order of time, each once however many outlets carry it. */
export interface SpeakerQuestion {
  dossier: DossierId
  question: Question
  statements: SpeakerStatement[]
  /** How often the position changed. */
  changes: number
}

export interface SpeakerStatement {
  claim: ClaimOnFile
  position: Position
  /** Times in ms since 1970, UTC; null where neither the claim nor its article has a date. */
  atMs: number | null
  /** Further claims of the same source. */
  repeats: ClaimOnFile[]
  /** How it stands to the last one before it that says otherwise about the same leader; null where none does. */
  change: { relation: Relation; from: Position; claim: ClaimId } | null
}

/** An outlet, and how much it carries. */
export interface OutletEntry {
  key: string
  name: string
  claims: number
  questions: number
}

/** A question as some outlets carry it. */
export interface OutletRow {
  dossier: DossierId
  question: Question
  /** In the order of the outlets asked for: sources by position. */
  cells: Record<Position, number>[]
  /** About one leader, one of these outlets carries a yes and no no, another a no and no yes. */
  isDifferent: boolean
}

/** All claims of all dossiers, as far as speakers and outlets are told from them. */
export interface Survey {
  claims: number
  /** Where there are too many: so many of them were not looked at. */
  left: number
  speakers: SpeakerEntry[]
  outlets: OutletEntry[]
  /** Whose phones, most claims first. */
  subjects: FilterOption[]
  openSpeaker: (key: string) => Promise<SpeakerQuestion[]>
  /** Where they differ comes first. Cancelled where the signal says so. @param subject null: about whoever */
  compareOutlets: (
    outlets: readonly string[],
    subject: string | null,
    signal?: StopSignal,
  ) => Promise<Result<OutletRow[]>>
  /** The claims behind a cell. */
  openCell: (outlet: string, row: OutletRow, subject: string | null) => Promise<ClaimOnFile[]>
}
