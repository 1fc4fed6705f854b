import type { Certainty } from '../../utils/model/model-use'
import { certaintyWords } from './model-words'
import { useWords } from './words'

/** How sure a machine's reading is, as a word beside the position. */
export function CertaintyWord({ certainty }: { certainty: Certainty }) {
  const t = useWords()
  return <span class={`certainty is-${certainty}`}>{t(certaintyWords[certainty])}</span>
}
