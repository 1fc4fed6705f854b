import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Question } from '../../utils/model/dossier'
import type { DossierId, QuestionId } from '../../utils/model/ids'
import type { AnswerDraft, Compared, Spot } from './sidebar-state'
import type { SidebarDeeds } from './use-sidebar'

/** What every part of the sidebar needs at hand, however deep it stands. */
export interface SidebarContext {
  deeds: SidebarDeeds
  spot: Spot | null
  /** The comparison just left: its button takes the focus back. */
  lastCompared: Compared | null
  /** Questions whose timeline shows points about others. */
  othersShown: ReadonlySet<QuestionId>
  /** What the reader began to say, by `keyOf` a sentence. */
  answers: ReadonlyMap<string, AnswerDraft>
  /** What the article is compared with, and the questions that a sentence can be said to answer. */
  dossier: DossierId | null
  askable: Question[]
}

const Deeds = createContext<SidebarContext | null>(null)
export const DeedsProvider = Deeds.Provider

export function useDeeds(): SidebarContext {
  const context = useContext(Deeds)
  if (!context) throw new Error('outside of a sidebar')
  return context
}
