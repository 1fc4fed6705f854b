import type { OptionsActions, OptionsData } from './options-actions'

/** What every section gets: what holds, what can be done, and where to say how it ended. */
export interface SectionProps {
  data: OptionsData
  actions: OptionsActions
  /** Waits for the sentence to say, then loads anew. */
  after: (step: Promise<string>) => Promise<void>
}
