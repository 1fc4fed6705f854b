import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { QuestionId } from '../../utils/model/ids'
import type { Compared, Spot } from './sidebar-state'
import type { SidebarDeeds } from './use-sidebar'

/** What every part of the sidebar needs at hand, however deep it stands. */
export interface SidebarContext {
  deeds: SidebarDeeds
  spot: Spot | null
  /** The comparison just left: its button takes the focus back. */
  lastCompared: Compared | null
  /** Questions whose timeline shows points about others. */
  othersShown: ReadonlySet<QuestionId>
}

const Deeds = createContext<SidebarContext | null>(null)
export const DeedsProvider = Deeds.Provider

export function useDeeds(): SidebarContext {
  const context = useContext(Deeds)
  if (!context) throw new Error('outside of a sidebar')
  return context
}
