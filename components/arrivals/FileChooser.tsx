import { useRef } from 'preact/hooks'
import { useWords } from '../shared/words'
import type { Arrivals } from './use-arrivals'

/** What a chooser offers to be taken in: files of ours, and highlights of other programs. */
const fileKinds = '.json,.jsonld,.csv,application/json,application/ld+json,text/csv'

/** The button by which files are chosen: what a drop does, for keys. */
export function FileChooser({ arrivals }: { arrivals: Arrivals }) {
  const t = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="button" ref={arrivals.chooser} onClick={() => input.current?.click()}>
        {t('arrivals_choose')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        accept={fileKinds}
        aria-label={t('arrivals_choose')}
        hidden
        onChange={event => {
          arrivals.add([...(event.currentTarget.files ?? [])])
          // The same file can be taken in again after it was mended.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
