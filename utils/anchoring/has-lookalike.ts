import { finish } from '../model/finish'
import type { TextQuoteSelector } from '../model/highlight'
import { collectVotesFor, findChanged, findWhole, soughtIn } from './find-places'
import { fitOf } from './judge-places'
import { weights } from './weights'
import { indexInSteps } from './word-index'

/**
 * Whether a text has, beside a passage that stands in it once, another place that could be taken for it if it were gone: an
 * entry of a list beside a like one. In very long texts nobody looks, so that marking a passage takes no time to speak of.
 */
export function hasLookalike(text: string, quote: Omit<TextQuoteSelector, 'type'>): boolean {
  if (text.length > weights.longText) return false
  const index = finish(indexInSteps(text))
  const sought = finish(soughtIn(index, quote))
  if (sought.words.length > weights.longWords) return false
  const votes = collectVotesFor(index, sought)
  return findChanged(index, sought, votes, findWhole(index, sought, votes)).some(
    place => place.likeness >= weights.editedLikeness && fitOf(place) >= weights.lookalikeFit,
  )
}
