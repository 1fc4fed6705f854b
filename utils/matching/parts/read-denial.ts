import { stemWord } from '../stem-word'
import { stopWords } from '../stop-words'
import type { Denial, Part, PartReader } from './part'
import { standAt } from './read-amount'
import { isJoined, type Token } from './split-tokens'

/** Words that deny what follows, and how many telling words of it they deny at most. */
const reach: Record<string, number> = {
  not: 4,
  no: 4,
  never: 4,
  without: 3,
  nobody: 3,
  none: 3,
  nothing: 3,
  nowhere: 3,
  neither: 3,
  nor: 3,
}
/** Verbs and nouns that deny: the whole clause after them. */
const denying =
  /^(?:den(?:y|ies|ied|ying|ials?)|refus(?:e|es|ed|ing|als?)|reject(?:s|ed|ing|ions?)?|refut(?:e|es|ed|ing)|lack(?:s|ed|ing)?)$/
/** These deny only before "to": "fails to say", but not "the call failed". */
const denyingTo = /^(?:declin|fail)(?:e|es|s|ed|ing)?$/
const clause = 6
/** Words looked at in all, small ones too. */
const longestClause = 24

/** Words whose "un-" denies what is left, so that "unaware" says what "not aware" says. */
const prefixed = new Map(
  [
    'unable able',
    'unaware aware',
    'unencrypted encrypted',
    'unprotected protected',
    'unsecured secured',
    'unsecure secure',
    'insecure secure',
    'unsafe safe',
    'unfounded founded',
    'untrue true',
    'unused used',
    'unlogged logged',
    'unchanged changed',
    'unauthorised authorised',
    'unauthorized authorized',
    'unofficial official',
    'unknown known',
    'unlisted listed',
    'undisclosed disclosed',
    'unanswered answered',
    'unwilling willing',
    'unreliable reliable',
    'unlocked locked',
    'unmodified modified',
    'untouched touched',
    'unexamined examined',
    'unpublished published',
    'unrecorded recorded',
    'impossible possible',
    'illegal legal',
    'unlawful lawful',
  ].map(pair => pair.split(' ') as [string, string]),
)

/** A denial: "not", "didn't", "no longer", "nobody", "without", "denies", "unaware"; and what it denies. */
export const readDenial: PartReader = (tokens, at) => {
  const token = tokens[at]
  if (!token || isNoDenial(tokens, at)) return null
  const { word } = token
  const plain = prefixed.get(word)
  if (plain !== undefined) return makeDenial(at, at + 1, 'not', { scope: [stemWord(plain)], scopeTo: 0 })
  if (denying.test(word) || (denyingTo.test(word) && tokens[at + 1]?.word === 'to')) {
    const after = scopeAfter(tokens, at + 1, clause)
    // "was denied by the palace": what is denied stands before.
    return makeDenial(at, at + 1, token.stem, after.scope.length > 0 ? after : scopeBefore(tokens, at))
  }
  if (token.isContracted) return makeDenial(at, at + 1, 'not', scopeAfter(tokens, at + 1, reach.not ?? 0))
  if (!Object.hasOwn(reach, word)) return null
  const to = at + (standAt(tokens, at, 'no', 'one') || standAt(tokens, at, 'no', 'longer') ? 2 : 1)
  return makeDenial(
    at,
    to,
    /^(?:no|never)$/.test(word) ? 'not' : word,
    scopeAfter(tokens, to, reach[word] ?? 0),
  )
}

type Scope = Pick<Denial, 'scope' | 'scopeTo'>

const makeDenial = (from: number, to: number, by: string, scope: Scope): Part => ({
  kind: 'denial',
  from,
  to,
  value: { is: 'denial', by, ...scope },
})

/** "not only", "no more than", "whether or not", "No. 10", "no doubt" deny nothing. */
function isNoDenial(tokens: readonly Token[], at: number): boolean {
  const { word = '' } = tokens[at] ?? {}
  const { word: next = '' } = tokens[at + 1] ?? {}
  if (word === 'not')
    return /^(?:only|just|merely|least|until)$/.test(next) || standAt(tokens, at - 2, 'whether', 'or')
  return word === 'no' && /^(?:\d.*|doubt|matter|more|less|fewer|sooner)$/.test(next)
}

/** Here a clause ends, and with it what a "not" before it reaches. */
const endsClause = (token: Token): boolean =>
  !isJoined(token) || /^(?:but|because|although|though|while|whereas|and|or|so|unless|if)$/.test(token.word)

function scopeAfter(tokens: readonly Token[], at: number, most: number): Scope {
  const scope: string[] = []
  let scopeTo = 0
  for (let i = at; i < Math.min(tokens.length, at + longestClause) && scope.length < most; i++) {
    const token = tokens[i]
    if (!token || endsClause(token)) break
    if (stopWords.has(token.word)) continue
    const plain = prefixed.get(token.word)
    scope.push(plain === undefined ? token.stem : stemWord(plain))
    scopeTo = i + 1
  }
  return { scope, scopeTo }
}

function scopeBefore(tokens: readonly Token[], at: number): Scope {
  const scope: string[] = []
  for (let i = at - 1; i >= 0 && scope.length < 3; i--) {
    const token = tokens[i]
    if (!token || !isJoined(tokens[i + 1] ?? token)) break
    if (!stopWords.has(token.word)) scope.push(token.stem)
  }
  return { scope, scopeTo: 0 }
}
