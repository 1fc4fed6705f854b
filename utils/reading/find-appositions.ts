import type { Span } from '../model/span'
import { describeRole } from './describe-role'
import { isBodyName } from './name-looks'

/** What stands beside a name and says who that is. */
export interface Appositions {
  /** Noun phrases: "a former head of the Signals Office", "The court's secretary". */
  phrases: string[]
  /** Where the person works, where only that follows: "of the Farmers' Party"; or ''. */
  of: string
}

/** ", a former head of the Signals Office," up to the next comma, stop, bracket, verb of saying or relative. */
const following =
  /^,? ?(?:,|\()\s?(?:\d{2},\s)?((?:[^,.;:()“”"—\n]|(?<=\b\p{Lu}\p{L}{0,3})\.(?=\s)|\.(?=\p{L}))+)/u
const cut = /\s(?:who|which|whose|whom|that|said|says|told|added|wrote|was|were|is|are|has|had|have)\s.*$/u
/** "The court's secretary, " before the name. */
const leading =
  /(?:^|[.;:,“”"—]\s?|\b(?:said|says|told|asked|added|and|but|by|to)\s)((?:the|an?|its|his|her|their|our|one|another|\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,2}['’]s)\s(?:[\p{L}\p{N}'’.&-]+\s){0,7}?[\p{L}'’-]+),\s?$/iu
/** A phrase with one of these is a clause of its own. */
const verb =
  /\s(?:will|would|can|could|may|might|should|must|did|does|is|are|was|were|has|have|had|said|says|told)\s/
const belonging =
  /^\s(?:of|from|at)\s(?:the\s)?((?:\p{Ll}+\s){0,3})(\p{Lu}[\p{L}.&-]*['’]?(?:\s(?:of\s(?:the\s)?|for\s)?\p{Lu}[\p{L}.&-]*)*)/u

/** In UTF-16 units: an apposition is no longer, and a text without full stops must not cost its square. */
const farthest = 200

/** @param name with the offices before it. */
export function findAppositions(text: string, sentence: Span, name: Span): Appositions {
  const after = text.slice(name.end, Math.min(sentence.end, name.end + farthest))
  const before = text.slice(Math.max(sentence.start, name.start - farthest), name.start)
  const phrases: string[] = []
  const next = following.exec(after)?.[1]?.replace(cut, '').trim()
  // "Kast, 61, said", "Moe, then, …": only what is a noun for a person or a body.
  if (next && !/^(?:who|which|whose|and|but|or|in|on|at|as)\b/i.test(next)) phrases.push(next)
  const last = leading.exec(before)?.[1]
  if (last && !verb.test(last)) phrases.push(last)
  const [, small = '', body = ''] = belonging.exec(after) ?? []
  const isBody = describeRole(`member of ${small}${body}`)?.affiliation !== '' || isBodyName(body)
  return { phrases, of: isBody ? body.replace(/[.]$/, '') : '' }
}
