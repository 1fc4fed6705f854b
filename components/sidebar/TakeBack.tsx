import { useWords } from '../shared/words'

/** The button that takes back what the reader said of a claim or a pair. */
export function TakeBack({ onPick }: { onPick: () => void }) {
  const t = useWords()
  return (
    <button type="button" class="act" onClick={onPick}>
      {t('sidebar_takeBack')}
    </button>
  )
}
