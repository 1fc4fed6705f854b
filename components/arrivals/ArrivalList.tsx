import { useWords } from '../shared/words'
import { ArrivalCard } from './ArrivalCard'
import type { Arrivals } from './use-arrivals'

/** All files on their way in, where each is, and what came of those that ended. Nothing where there are none. */
export function ArrivalList({ arrivals }: { arrivals: Arrivals }) {
  const t = useWords()
  const { list, copying, fault } = arrivals
  return (
    <>
      {fault && (
        <p class="arrival-fault" role="alert">
          {fault}
        </p>
      )}
      {copying.length > 0 && (
        <p class="arrival-copying" role="status">
          {t('arrivals_copying', copying.join(', '))}
        </p>
      )}
      {list.length > 0 && (
        <section class="arrivals" aria-label={t('arrivals_title')}>
          {list.map(arrival => (
            <ArrivalCard key={arrival.id} arrival={arrival} arrivals={arrivals} />
          ))}
        </section>
      )}
    </>
  )
}
