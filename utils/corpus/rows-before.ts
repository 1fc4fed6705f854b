import type { Article, Claim, Question } from '../model/dossier'
import type { ArticleId, ClaimId, DossierId, QuestionId } from '../model/ids'
import type { TermProfile } from '../model/term-profile'
import { type DossierRow, questionKey } from './rows'

/** Rows of versions 1 and 2, which upgrades read: one for each question, article and claim, under their own ids. */
export type DossierRowBefore = Omit<DossierRow, 'edition' | 'bits'>

export interface QuestionRowBefore {
  dossier: DossierId
  id: QuestionId
  order: number
  data: Question
}

export interface ArticleRowBefore {
  id: ArticleId
  dossier: DossierId
  order: number
  data: Article
  addressHashes: string[]
}

export interface ClaimRowBefore {
  id: ClaimId
  dossier: DossierId
  article: ArticleId
  order: number
  data: Claim
  questionKeys: string[]
  locatorHash: string
  locatorWords: number
  /** Since version 2. */
  terms: string[]
  families: string[]
}

/** Since version 2; `id` is the `questionKey`, that of the whole dossier's profile has no question. */
export interface ProfileRowBefore {
  id: string
  dossier: DossierId
  order: number
  data: TermProfile
}

/** Profiles as version 2 kept them, in the order made. */
export const profileRowsBefore = (profiles: readonly TermProfile[]): ProfileRowBefore[] =>
  profiles.map((data, order) => ({
    id: questionKey(data.dossier, data.question ?? ''),
    dossier: data.dossier,
    order,
    data,
  }))
