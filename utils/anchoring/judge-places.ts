import type { LostReason } from '../model/highlight'
import type { Place } from './find-places'
import type { Repeat } from './repeat'
import { weights } from './weights'

/** What the decision looks at, besides the places. */
export interface Standing {
  /** How many words the passage has. */
  words: number
  /** What they tell of a place together: see SoughtWord. */
  telling: number
  repeat: Repeat | null
  /** Whether a place is, to the unit, where it stood. */
  isOldPlace(place: Place): boolean
}

/** The decision rule: which of the places is the passage's, if any is for sure. */
export function judgePlaces(
  whole: readonly Place[],
  changed: readonly Place[],
  standing: Standing,
): Place | LostReason {
  const unchanged = judgeWhole(whole, standing)
  if (unchanged && typeof unchanged !== 'string' && contextOf(unchanged) >= weights.sureContext)
    return unchanged
  const [best, next] = changed.filter(place => isEdited(place, standing)).sort((a, b) => fitOf(b) - fitOf(a))
  if (best && next && fitOf(best) - fitOf(next) < weights.editedMargin) return 'two-places'
  // The same words without their surroundings, and other words in the old surroundings: either may be meant.
  if (best && unchanged && unchanged !== 'absent') return 'two-places'
  return best ?? unchanged ?? 'absent'
}

/** Whether what has been found needs no further looking: its words, in their surroundings, and nowhere else so. */
export function isSettled(whole: readonly Place[], standing: Standing): boolean {
  const found = judgeWhole(whole, standing)
  return (
    found === 'two-places' ||
    (found !== null && found !== 'absent' && contextOf(found) >= weights.sureContext)
  )
}

/** Of places with the passage's own words. */
function judgeWhole(whole: readonly Place[], standing: Standing): Place | LostReason | null {
  const [best, next] = whole.toSorted((a, b) => contextOf(b) - contextOf(a))
  if (!best) return null
  // It was the only one with all that was saved around it.
  const entire = whole.filter(({ isEntire }) => isEntire)
  if (entire.length === 1 && entire[0]) return entire[0]
  if (!next) return isWhereItStood(best, standing) || isLikely(best, standing, true) ? best : 'absent'
  const isClear = contextOf(best) - contextOf(next) >= weights.repeatedMargin
  return isClear && isLikely(best, standing, false) ? best : 'two-places'
}

/** Where there was another such passage, one of the two is gone: what stands at the old place may be the other. */
const isWhereItStood = (place: Place, { repeat, isOldPlace }: Standing): boolean =>
  repeat !== 'words' && repeat !== 'surroundings' && isOldPlace(place)

/** Whether enough speaks for a place with the passage's own words. */
function isLikely(place: Place, { repeat, words, telling }: Standing, isOnly: boolean): boolean {
  const context = contextOf(place)
  // What is left may be the other one.
  if (repeat === 'surroundings') return false
  if (Math.min(place.before, place.after) >= weights.sideStands && context >= weights.bothStand) return true
  if (repeat === 'words') return false
  const isTelling = words >= weights.tellingWords && telling >= weights.telling
  if (isOnly && isTelling) return true
  return context >= (isOnly && repeat !== null ? weights.shortContext : weights.repeatedContext)
}

/** Whether a place is the passage's with other words: much of both, or most of the passage right beside one side that stands. */
function isEdited(place: Place, { repeat }: Standing): boolean {
  const isSome = place.likeness >= weights.editedLikeness
  if (isSome && place.isEntire) return true
  if (repeat === 'surroundings' || repeat === 'likeness') return false
  if (repeat === 'words') return isSome && fitOf(place) >= weights.repeatedFit
  return (
    place.isRemnant ||
    (isSome && fitOf(place) >= weights.editedFit) ||
    (place.likeness >= weights.oneSidedLikeness && Math.max(place.before, place.after) >= weights.wholeSide)
  )
}

const contextOf = ({ before, after }: Place) => before + after
export const fitOf = (place: Place): number => place.likeness + contextOf(place)
