import type { FoundName } from './find-names'
import type { NamedEntity } from './named-entity'
import { readNoun } from './speaker-words'

/** Places that act: "China denied …"; names that begin so are places too. */
const place =
  /^(?:(?:New|North|South|East|West|United|San|Los|Saint|Hong|Saudi|Great) \p{Lu}.*|America|Britain|China|Russia|Germany|France|Italy|Spain|Poland|Turkey|Iran|Iraq|Israel|India|Japan|Korea|Mexico|Brazil|Canada|Australia|Ukraine|Egypt|Morocco|Hungary|Greece|Sweden|Norway|Finland|Denmark|Austria|Switzerland|Pakistan|Afghanistan|Syria|Washington|Moscow|Beijing|London|Berlin|Paris|Brussels|Europe|Jerusalem|Ankara|Kyiv|Tehran|Madrid|Rome|Cuba|Venezuela|Colombia|Argentina|Chile|Vietnam|Taiwan|Thailand|Indonesia|Malaysia|Ireland|Scotland|Belgium|Portugal|Romania|Serbia|Libya|Yemen|Qatar|Lebanon|Jordan)$/u
/** Bodies that nothing in their names tells. */
const wellKnownBody =
  /^(?:Apple|Google|Facebook|Meta|Microsoft|Twitter|Amazon|WhatsApp|Samsung|BlackBerry|Huawei|WikiLeaks|Verizon|AT&T|T-Mobile|Signal|Telegram|Democrats|Republicans|Lookout|iVerify|Citizen Lab|Amnesty|Amnesty International|Human Rights Watch|Scotland Yard|Downing Street|Capitol Hill|Islamic State|Hezbollah|Hamas)$/

export const isPlace = (name: string): boolean => place.test(name)

/** A name with a word for bodies in it, of something written ("Morning Poll"), or made of capitals alone. */
export const isBodyName = (name: string): boolean =>
  name.split(/\s+/).some(word => readNoun(word)?.kind === 'body') ||
  readNoun(name.split(/\s+/).at(-1) ?? '')?.kind === 'paper' ||
  isAcronym(name)

/** "NSA", "U.S." */
export const isAcronym = (word: string): boolean => /^(?:\p{Lu}\.?){2,6}$/u.test(word)

/** Whether a name is a person's or a body's, as far as it can be seen; of neither it is a person's. */
export function kindByLook({ name, office, address }: FoundName): NamedEntity['kind'] {
  if (office || address) return 'person'
  return isBodyName(name) || place.test(name) || wellKnownBody.test(name) ? 'body' : 'person'
}

/** "National Cyber Centre" → "NCC". */
export const initialsOf = (name: string): string => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('')
