import type { ArrivalsActions } from '../../components/arrivals/arrivals-actions'
import type { Arrival, NewArrival } from '../../utils/model/arrival'
import { fail, succeed } from '../../utils/model/result'

/** What a page can do with files on their way in, with nobody behind it: `tell` is the background's news. */
export function makeFakeArrivals() {
  const done: unknown[][] = []
  let hear: (arrivals: Arrival[]) => void = () => {}
  let refused: ReturnType<typeof fail> | null = null
  const note = async (...what: unknown[]) => {
    done.push(what)
    return refused ?? succeed(undefined)
  }
  const actions: ArrivalsActions = {
    listen: onNews => {
      hear = onNews
      return () => {}
    },
    add: (files: readonly NewArrival[]) => note('add', ...files.map(({ name }) => name)),
    answer: (id, isWanted) => note(isWanted ? 'take' : 'leave', id),
    stop: id => note('stop', id),
    dismiss: id => note('dismiss', id),
  }
  return {
    actions,
    done,
    tell: (...arrivals: Arrival[]) => hear(arrivals),
    refuse: (...[kind, detail]: Parameters<typeof fail>) => {
      refused = fail(kind, detail)
    },
  }
}
