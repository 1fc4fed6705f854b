import type { Settings } from '../../utils/model/settings'
import { useWords } from '../shared/words'
import type { SectionProps } from './section-props'

/** Saves settings, and says whether they are. */
export function useSave({ actions, after }: Pick<SectionProps, 'actions' | 'after'>) {
  const t = useWords()
  return (change: Partial<Settings>) =>
    after(actions.saveSettings(change).then(({ ok }) => t(ok ? 'options_saved' : 'options_notSaved')))
}
