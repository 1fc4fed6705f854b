import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Settings } from '../../utils/model/settings'
import type { HighlightDeeds } from './highlight-deeds'

/** What the parts of a highlight's card can do. */
export interface CardDeeds
  extends Pick<
    HighlightDeeds,
    | 'typeNote'
    | 'saveNote'
    | 'saveNotes'
    | 'replaceNote'
    | 'dropNote'
    | 'setTags'
    | 'setColour'
    | 'takeTheirs'
    | 'listTags'
    | 'listSteps'
    | 'undoStep'
  > {
  saveSettings: (change: Partial<Settings>) => unknown
  /** The keys go back to where the reader came from; absent where that is nowhere else. */
  focusPage?: (focus: null) => unknown
}

const Deeds = createContext<CardDeeds | null>(null)
export const CardDeedsProvider = Deeds.Provider

export function useCardDeeds(): CardDeeds {
  const deeds = useContext(Deeds)
  if (!deeds) throw new Error('outside of a list of highlights')
  return deeds
}
