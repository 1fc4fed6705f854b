import { useWords } from '../shared/words'
import { CopyText } from './CopyText'
import { type ShownComparison, writeComparison } from './write-comparison'

/** Copies a comparison as text. */
export function CopyComparison({ shown }: { shown: ShownComparison }) {
  const t = useWords()
  return <CopyText label={t('compare_copy')} write={() => writeComparison(t, shown)} />
}
