import { isAcronym, isBodyName, isPlace } from './name-looks'
import { readNoun } from './speaker-words'

/** What a phrase such as "former head of the Signals Office" says of a person. */
export interface RoleWords {
  /** Without article, number, genitive, and where the person works ("at …", "from …"). */
  role: string
  /** The noun that says what the person is, in the singular: "head". */
  noun: string
  isPlural: boolean
  /** The body or outlet the person belongs to, as the phrase has it, or ''. */
  affiliation: string
}

const determiner =
  /^(?:the|a|an|this|that|these|those|its|his|her|their|our|my|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|a few|dozens of|other|another|\d+)\s+/i
/** "The court's …", "Mr. Carrow's …": an owner of at most four words. */
const genitive = /^((?:(?!of |for |at |from |with |in |on |to )\S+\s+){0,3}?\S+?)(?:['’]s|(?<=s)['’])\s+/u
/** Where the description of the role ends and that of the place begins. */
const place =
  /\s+(?:at|from|for|with|in|on|to|behind|who|which|that|whose|familiar|close|briefed|involved|working)\s+/

const nameWithOf =
  /(?:University|Department|Ministry|Office|Bureau|House|Cent(?:er|re)|Institute|College|Bank|Council|School|Board)(?: \p{Lu}\S*)* (?:of|for) (?:the )?\p{Lu}[\p{L}\p{M}]*(?= \p{Ll})/gu

/** Without whose it is: "The court's secretary" → "secretary". */
export const dropOwner = (phrase: string): string => {
  const bare = dropDeterminer(phrase)
  return dropDeterminer(bare.replace(genitive, ''))
}

/** Leading articles, numbers and possessives away. */
export function dropDeterminer(phrase: string): string {
  let rest = phrase.trim()
  for (;;) {
    const shorter = rest.replace(determiner, '')
    if (shorter === rest) return rest
    rest = shorter
  }
}

/**
 * Reads a noun phrase about a person; null where its main noun is none for people.
 * The main noun is the last known one before the first preposition: "White House spokesman", "head of the office".
 */
export function describeRole(phrase: string): RoleWords | null {
  const bare = dropDeterminer(phrase)
  const owner = genitive.exec(bare)
  const own = dropDeterminer(owner ? bare.slice(owner[0].length) : bare)
  // "a University of Washington professor": the name of a body is one word here.
  const words = own.replace(nameWithOf, name => name.replaceAll(' ', '_')).split(/\s+/)
  const stop = words.findIndex(word =>
    /^(?:of|at|from|for|with|in|on|to|who|which|that|whose)$|,$/.test(word),
  )
  const head = stop === -1 ? words : words.slice(0, words[stop]?.endsWith(',') ? stop + 1 : stop)
  // "people familiar with …": what follows the noun may be no preposition.
  const at = head.findLastIndex(word => readNoun(word.replace(/,$/, ''))?.kind === 'person')
  const found = readNoun((head[at] ?? '').replace(/,$/, ''))
  if (at === -1 || !found) return null
  // "president-elect", "official website": the person's noun must end the head, or be followed by what is no noun.
  const after = head.slice(at + 1)
  if (after.some(word => readNoun(word))) return null
  const role = own.split(place)[0]?.replace(/[,;:]+$/, '') ?? ''
  return {
    role,
    noun: found.noun,
    isPlural: found.isPlural,
    affiliation: findAffiliation(own, head.slice(0, at), owner?.[1] ?? ''),
  }
}

/** "at Rice University", "of the NCC"; else "the court's …"; else "White House …". */
function findAffiliation(own: string, before: readonly string[], owner: string): string {
  const places = [...own.matchAll(/\s(of|at|for|from|with|in)\s+(?=(.*))/g)].flatMap(
    ({ 1: preposition, 2: words = '' }) => {
      const takesAnyName = preposition === 'at' || (preposition === 'of' && !ofPlaces.test(own))
      return readBody(words, takesAnyName) || []
    },
  )
  // "professor in the school of information studies at Quell University": the name says more.
  const named = places.find(isCapital) ?? places[0]
  if (named) return named
  const whose = dropDeterminer(owner)
  if (owner && (isPlace(whose) || readBody(whose) === whose)) return whose
  const last = before.findLastIndex(
    word => readNoun(word)?.kind === 'body' || isAcronym(word) || word.includes('_'),
  )
  if (last === -1) return ''
  let first = last
  while (first > 0 && isCapital(before[first]) && isCapital(before[first - 1])) first--
  return before
    .slice(first, last + 1)
    .join(' ')
    .replaceAll('_', ' ')
}

const isCapital = (word: string | undefined): boolean => /^\p{Lu}/u.test(word ?? '')

/** Offices that are held of places. */
const ofPlaces =
  /\b(?:president|premier|minister|chancellor|king|queen|prince|princess|sultan|mayor|governor|senator|secretary|ambassador|people)\b/i

/** The body that a phrase begins with: "the research firm Glasshouse", "Rice University, who …", "the company". */
function readBody(phrase: string, takesAnyName = false): string {
  const bare = dropDeterminer(phrase)
  const capitals =
    /^(?:\p{Ll}+\s){0,3}?((?:\p{Lu}[\p{L}\p{M}\p{N}.&’'-]*)(?:\s(?:(?:of|for|and)\s(?:the\s)?)?\p{Lu}[\p{L}\p{M}\p{N}.&’'-]*)*)/u.exec(
      bare,
    )
  // "an Idaho company" is not Idaho.
  const isAdjective =
    /^\s(?!and|or|of|in|at|on|who|which|that|from|where|before|since|until|during|said)\p{Ll}/u.test(
      bare.slice(capitals?.[0].length ?? 0),
    )
  const name = isAdjective ? '' : (capitals?.[1] ?? '').replace(/(?<!s)['’]s$|[.,]$/u, '')
  const small = bare.slice(0, bare.length - bare.slice(capitals?.[0].length ?? 0).length - name.length)
  const smallNoun = small.split(/\s+/).some(word => readNoun(word)?.kind === 'body')
  if (name && (takesAnyName || smallNoun || isBodyName(name))) return name
  const [noun] =
    /^(?:\p{Ll}+\s){0,2}?\p{Ll}+/u
      .exec(bare)
      ?.filter(words => readNoun(words.split(' ').at(-1) ?? '')?.kind === 'body') ?? []
  const first = bare.split(/[\s,.]+/)[0] ?? ''
  return noun ?? (readNoun(first)?.kind === 'body' ? first : '')
}
