import type { Question } from './dossier'
import { asDossierId, type DossierId, type QuestionId } from './ids'

const prefix = 'own-'

/** Dossiers that the reader made here have ids of a kind of their own. */
export const isOwnDossier = (id: DossierId): boolean => id.startsWith(prefix)
export const ownDossierId = (unique: string): DossierId => asDossierId(`${prefix}${unique}`)

/** What the reader says of a dossier of their own. */
export interface OwnDossierEntry {
  /** Null: a new one. */
  id: DossierId | null
  title: string
  /** Words by which articles on its topic are told: two different ones make an article one of them. */
  terms: string[]
  /** In their order; without an id where they are new. */
  questions: { id: QuestionId | null; text: string }[]
}

/** As it was saved. */
export interface SavedDossier {
  dossier: DossierId
  title: string
  questions: Question[]
}
