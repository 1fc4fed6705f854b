import type { PartReader } from './part'
import type { Token } from './split-tokens'

const list = (sense: string, words: string): [string, string][] => words.split(' ').map(word => [word, sense])

/** What a speaker commits to by a hedge, as far as a word tells. */
const senses = new Map([
  ...list('possible', 'may might could possibly perhaps maybe potentially potential possible conceivably'),
  ...list(
    'likely',
    'likely probably presumably apparently seemingly seem seems seemed appear appears appeared',
  ),
  ...list('likely', 'suspect suspects suspected suspicion suspicions'),
  ...list('hearsay', 'reportedly allegedly alleged purportedly purported supposedly rumoured rumored'),
  ...list('unlikely', 'unlikely doubtful'),
  ...list('open', 'unclear uncertain unconfirmed unverified'),
])

/** "is said to have": somebody says so, and it is not said who. */
const passive = /^(?:said|believed|thought|reported|alleged|assumed|understood)$/
const being = /^(?:is|are|was|were|be|been)$/

/** A hedge: "may", "reportedly", "appears to", "is said to", "suspected". */
export const readHedge: PartReader = (tokens, at) => {
  const token = tokens[at]
  if (!token) return null
  if (passive.test(token.word) && being.test(tokens[at - 1]?.word ?? '') && tokens[at + 1]?.word === 'to')
    return hedge(at, at + 2, 'hearsay')
  const sense = senses.get(token.word)
  return sense && isHedging(tokens, at) ? hedge(at, at + 1, sense) : null
}

const hedge = (from: number, to: number, sense: string) => ({
  kind: 'hedge' as const,
  from,
  to,
  value: { is: 'hedge' as const, sense },
})

/** The month, "could not" (an inability), "the suspect", "appeared on television" are no hedges. */
function isHedging(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]?.word ?? ''
  const next = tokens[at + 1]?.word ?? ''
  if (!token) return false
  const { word, text, isFirst, isContracted } = token
  if (word === 'may') return text === 'may' || isFirst
  if (word === 'could') return next !== 'not' && !isContracted
  if (word === 'might') return !/^(?:the|his|her|their|its|military)$/.test(before)
  if (word === 'suspect') return !/^(?:the|a|an|this|that|main|prime|no)$/.test(before)
  if (word.startsWith('appear')) return /^(?:to|that|as|likely|not)$/.test(next) || before === 'it'
  return true
}
