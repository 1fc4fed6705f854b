import type { ArrivalRequests } from '../../utils/messaging/arrival-protocol'
import type { Handlers } from '../../utils/messaging/serve'
import { succeed } from '../../utils/model/result'
import type { Arrivals } from './arrivals'

/** What pages ask about files on their way in. */
export const makeArrivalHandlers = (arrivals: Arrivals): Handlers<ArrivalRequests> => ({
  'arrival/list': async () => succeed(await arrivals.list()),
  'arrival/begin': ({ arrivals: ids }) => arrivals.begin(ids),
  'arrival/answer': ({ arrival, isWanted }) => arrivals.answer(arrival, isWanted),
  'arrival/stop': ({ arrival }) => arrivals.stop(arrival),
  'arrival/dismiss': ({ arrival }) => arrivals.dismiss(arrival),
})
