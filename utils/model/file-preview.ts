import type { ImportReport, RefusedEntries } from './backup'
import type { Article, DossierInfo } from './dossier'
import type { DossierId, QuestionId } from './ids'
import type { Settings } from './settings'

/** Things of one kind: how many, and the first of them by name, in their order (at most `mostNamed`). */
export interface Named {
  count: number
  names: string[]
}
export const mostNamed = 20

/** What becomes of one of a dossier's lists. */
export interface ListChanges {
  added: Named
  updated: Named
  removed: Named
  unchanged: number
}

/** Questions by their text, articles by their title, claims by their statement. */
export interface DossierChanges {
  questions: ListChanges
  articles: ListChanges
  claims: ListChanges
}

/** A dossier that lies ready beside what is on file, and what it would change there. */
export interface PreparedDossier {
  id: DossierId
  held: HeldDossier
  title: string
  version: number
  /** The one of the same id that is on file. */
  before: DossierInfo | null
  changes: DossierChanges
  goneQuestions: QuestionId[]
}

/** The number under which a prepared dossier is kept until it is wanted or dropped; also over a restart. */
export type HeldDossier = number

/** What taking a file in would do, before anything is changed. */
export type FilePreview = DossierPreview | BackupPreview | HighlightsPreview

export interface DossierPreview extends Omit<PreparedDossier, 'held' | 'goneQuestions'> {
  format: 'dossier'
  /** Of the reader's own, what speaks of a question or a claim that would go: it is kept, and shown where that is there again. */
  own: { claims: Named; verdicts: Named; remarks: Named }
}

export interface BackupPreview {
  format: 'sidelight-backup'
  /** ISO 8601, as the file says. */
  exportedAt: string
  highlights: ImportReport
  /** Tags that no highlight here has. */
  tags: Named
  verdicts: ImportReport
  claims: ImportReport
  /** What the reader says of claims in dossiers. */
  remarks: ImportReport
  /** Dossiers of the reader's own that would come, or be another version. */
  ownDossiers: Named
  /** Which settings would be other ones. */
  settings: (keyof Settings)[]
}

export interface HighlightsPreview {
  format: 'highlights'
  highlights: ImportReport
  tags: Named
  refused: RefusedEntries | null
}

/** Nothing of it is new. */
export function isSame({ added, updated, removed }: ListChanges): boolean {
  return added.count + updated.count + removed.count === 0
}

/** The same as counts of questions, articles and claims together. */
export function reportOf({ questions, articles, claims }: DossierChanges): ImportReport {
  const report: ImportReport = { added: 0, updated: 0, unchanged: 0, removed: 0 }
  for (const { added, updated, removed, unchanged } of [questions, articles, claims]) {
    report.added += added.count
    report.updated += updated.count
    report.removed += removed.count
    report.unchanged += unchanged
  }
  return report
}

/** The first of many names, and how many there are. */
export const nameFirst = (names: readonly string[]): Named => ({
  count: names.length,
  names: names.slice(0, mostNamed),
})

/** Where it has no title it is called by its address, or else by its id. */
export const nameArticle = ({ title, url, id }: Article): string => title ?? url ?? id
