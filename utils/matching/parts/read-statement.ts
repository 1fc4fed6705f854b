import type { ClaimOnFile } from '../../model/reading'
import type { Part } from './part'
import type { TimeContext } from './read-calendar'
import { listKnownWords, listWordsOfName, tellsName } from './read-names'
import { addNames, isEnglish, readParts } from './read-parts'
import { isJoined, splitTokens, type Token } from './split-tokens'

/** A statement, and what is known of it besides its words. */
export interface Statement extends TimeContext {
  text: string
  /** Names that belong to it: speaker, outlet, subject. A sentence that begins with one begins with a name. */
  names: string[]
}

/** A statement in words, with its parts. */
export interface ReadStatement {
  text: string
  tokens: Token[]
  parts: Part[]
  isEnglish: boolean
}

/** A claim's statement with what the claim tells of it. */
export function toStatement(claim: ClaimOnFile): Statement {
  const { statement, about, speaker, chain, subject, actor, source } = claim
  const names = [speaker.name, speaker.affiliation, ...chain, subject, actor, source.leader, source.publisher]
  return {
    text: statement,
    about,
    published: source.published || null,
    names: names.filter(name => typeof name === 'string'),
  }
}

/** Reads statements together: what is a name in one is one in the others. One that is not English has no parts. */
export function readStatements(statements: readonly Statement[]): ReadStatement[] {
  const reads = statements.map(({ text }) => {
    const tokens = splitTokens(text)
    return { text, tokens, isEnglish: isEnglish(tokens) }
  })
  const known = new Set([
    ...statements.flatMap(({ names }) => names.flatMap(listWordsOfName)),
    ...reads.flatMap(({ tokens }) => listKnownWords(tokens)),
  ])
  const others = reads.map((read, index) =>
    read.isEnglish ? readParts(read.tokens, statements[index] ?? noContext) : [],
  )
  const withNames = (): ReadStatement[] =>
    reads.map((read, index) => ({
      ...read,
      parts: read.isEnglish ? addNames(read.tokens, others[index] ?? [], known) : [],
    }))
  const first = withNames()
  const before = known.size
  // What shows itself to be a name at one's start ("Seth Jacobs says") tells of a word at another's ("Jacobs says").
  for (const word of first.flatMap(listNameWords)) known.add(word)
  return known.size > before ? withNames() : first
}

const noContext: TimeContext = { about: null, published: null }

const listNameWords = ({ parts }: ReadStatement): string[] =>
  parts.flatMap(({ value }) => (value.is === 'name' ? value.words : [])).filter(tellsName)

/** Longer texts have no parts: comparing parts takes time with their product, and no statement is as long. */
const mostWordsWithParts = 600

/** Two statements; both without parts where one is not English (it might have them, unread) or is too long. */
export function readBoth(one: Statement, other: Statement): [ReadStatement, ReadStatement] {
  const [a, b] = readStatements([one, other])
  if (!a || !b) throw new Error('two statements give two')
  return [a, b].every(({ isEnglish, tokens }) => isEnglish && tokens.length <= mostWordsWithParts)
    ? [a, b]
    : [
        { ...a, parts: [] },
        { ...b, parts: [] },
      ]
}

/** A part in the statement's own words: a denial with what it denies, a number with what it counts, a name without its "'s". */
export function quotePart({ text, tokens }: ReadStatement, { from, to, value }: Part): string {
  const end = value.is === 'denial' ? value.scopeTo : value.is === 'figure' ? value.countedTo : 0
  const quoted = text.slice(tokens[from]?.start ?? 0, tokens[Math.max(to, end) - 1]?.end ?? 0)
  if (value.is === 'name') return quoted.replace(/['’ʼ]s$/, '')
  const next = tokens[end]
  return value.is === 'denial' && end > to && next && isJoined(next) ? `${quoted} …` : quoted
}
