import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../shared/words'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Files may be dropped anywhere on the page; while some are held over it, that is shown. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useWords()
  const [isOver, setIsOver] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles
  useEffect(() => {
    const ending = new AbortController()
    const options = { signal: ending.signal }
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    }
    window.addEventListener('dragenter', over, options)
    window.addEventListener('dragover', over, options)
    window.addEventListener(
      'dragleave',
      // Left for no other element: the window itself.
      event => !event.relatedTarget && setIsOver(false),
      options,
    )
    window.addEventListener(
      'drop',
      event => {
        if (!hasFiles(event)) return
        // Else the browser opens the file in the page's place.
        event.preventDefault()
        setIsOver(false)
        take.current([...(event.dataTransfer?.files ?? [])])
      },
      options,
    )
    return () => ending.abort()
  }, [])
  return isOver ? (
    <div class="drop-zone" role="status">
      <p>{t('arrivals_drop')}</p>
    </div>
  ) : null
}
