import type { ClaimOnFile } from '../../utils/model/reading'
import type { Translate } from '../shared/words'

/** A speaker as one line names them, and whether they "say" or "says". */
export interface Voice {
  name: string
  isPlural: boolean
}

// Unnamed speakers are labels in English: "White House official", "two aides", "people close to the president".
const determiner = /^(an?|one|the|another|his|her|their|its) |^[A-Z]\S*['’]s? /
const number =
  /^(two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|many|most|multiple|few|various|both)\b/i
/** Where the words end that say what they are, and begin to say which ones. */
const which =
  /[,(]| (?:of|to|at|in|on|from|for|by|with|within|near|close|familiar|briefed|involved|who|that|whose)\b/
const severalHead = /(^| )(people|police|staff|media|\S*men|\S*[^s'’]s)$/i
// "union", "European", "one-time", "US", "U.S.": written with a vowel, said with a consonant.
const saidWithConsonant = /^(uni(?![nmd])|us[eu]|eu|one|U[A-Z.krg]|Eu)/
// "hour", "FBI", "NSA", "MI6": the other way round. An acronym with a vowel second is said as a word: NATO.
const saidWithVowel = /^(hour|honest|heir|[FHLMNRSX](?:[B-DF-HJ-NP-TV-Z][A-Z]*|[A-Z]*\d+)\b)/

/** The words that say what somebody is, without those that say which: "people" of "people close to the matter". */
const headOf = (name: string): string => name.split(which, 1)[0] ?? name

const isSeveral = (name: string): boolean =>
  !/^(an?|one) /i.test(name) && (number.test(name) || severalHead.test(headOf(name)))

/** Of names: "White House officials", "CISA and FBI"; but not "Thales". */
const isSeveralNamed = (name: string): boolean =>
  headOf(name).includes(' and ') || (/ [a-z]+$/.test(headOf(name)) && severalHead.test(headOf(name)))

const needsAn = (name: string): boolean =>
  saidWithVowel.test(name) || (/^[aeiou]/i.test(name) && !saidWithConsonant.test(name))

/** An unnamed speaker within a sentence: "a White House official says", "two aides say". */
function nameUnnamed(t: Translate, name: string): Voice {
  if (isSeveral(name)) return { name, isPlural: true }
  if (determiner.test(name)) return { name, isPlural: false }
  return { name: t(needsAn(name) ? 'sidebar_unnamedAn' : 'sidebar_unnamedA', name), isPlural: false }
}

/** How a speaker is called in one line: an unnamed one by the outlet that heard it, where another carries it. */
export function nameVoice(t: Translate, { speaker, chain, source }: ClaimOnFile): Voice {
  if (speaker.kind !== 'anonymous') return { name: speaker.name, isPlural: isSeveralNamed(speaker.name) }
  const heardBy = chain.find(name => name !== speaker.name)
  return heardBy !== undefined && heardBy !== source.publisher
    ? { name: t('sidebar_sourcesOf', heardBy), isPlural: true }
    : nameUnnamed(t, speaker.name)
}
