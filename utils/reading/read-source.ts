import { dropDeterminer } from './describe-role'
import { readNoun } from './speaker-words'

/** How the words of a source name their speaker, apart from names. */
export type SourceForm =
  /** "he", "they", "it". */
  | { how: 'pronoun'; pronoun: Pronoun }
  /** "who", "which": the name or the noun before it. */
  | { how: 'relative' }
  /** "the official": somebody who was named before, or the only one of the kind. */
  | { how: 'definite'; words: string; noun: Noun | null }
  /** "two aides", "a person familiar with the matter". */
  | { how: 'indefinite'; words: string; noun: Noun | null }
  /** "one of them", "another", "both". */
  | { how: 'partial'; words: string }

export type Pronoun = 'he' | 'she' | 'they' | 'it' | 'I' | 'we'
type Noun = NonNullable<ReturnType<typeof readNoun>>

const pronouns: Readonly<Record<string, Pronoun>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  they: 'they',
  them: 'they',
  their: 'they',
  themselves: 'they',
  those: 'they',
  these: 'they',
  it: 'it',
  its: 'it',
  itself: 'it',
  i: 'I',
  me: 'I',
  my: 'I',
  we: 'we',
  us: 'we',
  our: 'we',
}
const relative = /^(?:who|whom|whose|which|that)$/i
const partial =
  /^(?:(?:one|two|three|some|many|most|several|another|a (?:second|third|fourth)|both|each|neither|none|all|others?)(?: (?:of (?:them|the two|the three|us|those)|one))?|the (?:other|others|former|latter|first|second|third))$/i
const definite = /^(?:the|this|that|these|those|its|his|her|their|our|my|both)\s|^\S+(?:\s\S+){0,3}?['’]s?\s/i

/** The source without what surrounds it: marks, "by", an apposition behind a comma, a relative clause. */
export const coreOf = (source: string): string =>
  source
    .replace(/^[\s,;:“”"‘’(–—-]+|[\s,;:“”"(–—-]+$/gu, '')
    .replace(/^(?:by|from|and|but|as|according to|even)\s+/i, '')
    .replace(/(?:,| \(|;).*$/su, '')
    .trim()
    // What is left of a relative clause that was not tagged: "two people who".
    .replace(/\s+(?:who|whom|whose|which|that)$/i, '')

/** Reads a source that has no name of a person in its main part. */
export function readSource(source: string): SourceForm {
  const core = coreOf(source)
  const pronoun = pronouns[core.toLowerCase()]
  if (pronoun) return { how: 'pronoun', pronoun }
  if (relative.test(core)) return { how: 'relative' }
  if (partial.test(core)) return { how: 'partial', words: core }
  const noun = mainNoun(core)
  if (
    /^(?:one|another|some|many|most|both|all|each|a (?:second|third)) of (?:the|these|those|his|her|their)\b/i.test(
      core,
    ) &&
    noun?.kind === 'person'
  ) {
    return { how: 'partial', words: core }
  }
  return { how: definite.test(core) ? 'definite' : 'indefinite', words: core, noun }
}

/** The last noun we know before the first preposition or relative; after a genitive. */
export function mainNoun(core: string): Noun | null {
  const head =
    core.split(
      /\s(?:of|at|from|for|with|in|on|to|by|behind|near|close|who|which|that|whose|familiar|briefed|speaking|working|involved)\s/,
    )[0] ?? ''
  const own = head.replace(/^.*['’]s?\s/u, '')
  const words = dropDeterminer(own).split(/\s+/)
  const inHead = words.findLast(word => readNoun(word))
  if (inHead) return readNoun(inHead)
  // "two of Mr. Amsel's advisers", "a number of aides".
  const [, rest = ''] =
    /^(?:one|two|three|four|five|six|several|some|many|most|a (?:number|group|couple|pair|handful|series)|dozens|hundreds|members|part|half|majority) of (.*)$/i.exec(
      core,
    ) ?? []
  return rest ? mainNoun(rest) : null
}
