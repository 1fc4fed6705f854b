import { foldName } from '../fold-name'
import { stopWords } from '../stop-words'
import { isCommonStart, isInstitution, isOffice, placeOf } from './name-words'
import type { Part } from './part'
import { isCapital, isJoined, splitTokens, type Token } from './split-tokens'

const connectors = new Set('of for the de du da di del von van der den ter bin al el la le ben'.split(' '))
const afterSurnameParts = new Set('de du da di del von van der den ter bin al el la le ben'.split(' '))
/** After a word that begins a sentence these say that it was somebody's name. */
const verb =
  /^(?:is|was|has|had|will|would|may|might|could|can|should|did|does|says|said|denies|denied|told|knew|uses|used|wants|wanted|keeps|kept|thinks|thought|calls|called|argues|insists|refuses|refused|admits|objects|suspects|goes|went|gave|gives|took|takes|made|makes|himself|herself|asked|warned|claims|claimed|stays|stayed|left|counts|hears|heard|sees|saw|seems|puts|sent|plans|declined|declines|confirmed|confirms|rejects|rejected|hopes|fears|finds|found)$/

/**
 * The names in a statement: capitals within a sentence, and words at its start that are known from elsewhere or can be
 * nothing else. A statement that is written in capitals, or as a headline is, has only the names that are known.
 * @param known folded words of names that stand in either statement or are known of their claims
 * @param isTaken whether another part has the token: months and weekdays are no names
 */
export function readNames(
  tokens: readonly Token[],
  known: ReadonlySet<string>,
  isTaken: (at: number) => boolean,
): Part[] {
  const isShouting = isHeadline(tokens.filter(isCapital).length, tokens)
  const parts: Part[] = []
  for (let at = 0; at < tokens.length; at++) {
    const to = isTaken(at) ? at : endOfName(tokens, at, known, isShouting, isTaken)
    if (to === at) continue
    const part = makeName(tokens, at, to)
    if (part) parts.push(part)
    at = to - 1
  }
  return parts
}

/** Words of names within sentences, by which the same words at a start are known. */
export function listKnownWords(tokens: readonly Token[]): string[] {
  const inside = tokens.filter(token => isNameWord(token) && !token.isFirst)
  return isHeadline(inside.length, tokens) ? [] : inside.map(({ word }) => word).filter(tellsName)
}

/** Words of a name by which it may begin a sentence: of "the White House" it is "white". */
export const listWordsOfName = (name: string): string[] =>
  splitTokens(name)
    .filter(isNameWord)
    .map(({ word }) => word)
    .filter(tellsName)

/** Whether a word of a name is no word of another kind too, so that it shows a name at a sentence's start. */
export const tellsName = (word: string): boolean =>
  !isCommonStart(word) && !massNouns.test(word) && !isOffice(word) && !isInstitution(word)

/** Nearly every word has a capital: none of them says anything. */
const isHeadline = (capitals: number, tokens: readonly Token[]): boolean =>
  tokens.length > 4 && capitals > tokens.length * 0.75

const isNameWord = (token: Token): boolean =>
  (isCapital(token) && !isSmallWord(token)) || /^\p{Ll}{1,2}\p{Lu}/u.test(token.text)

/** "The", "In"; but "US" in capitals is a name, and a "May" that is no month (those are taken before) is one too. */
const isSmallWord = ({ word, text, isFirst }: Token): boolean =>
  stopWords.has(word) && text !== text.toUpperCase() && (word !== 'may' || isFirst)

/** Where the name that begins at a token ends; the token itself where none does. */
function endOfName(
  tokens: readonly Token[],
  at: number,
  known: ReadonlySet<string>,
  isShouting: boolean,
  isTaken: (at: number) => boolean,
): number {
  const token = tokens[at]
  if (!token || !isNameWord(token) || token.word === 'i') return at
  if (isShouting && !known.has(token.word)) return at
  if (token.isFirst && !isNameAtStart(tokens, at, known)) return at
  let to = at + 1
  let last = token
  while (!last.isPossessive) {
    const linked = connectors.has(tokens[to]?.word ?? '') ? skipConnectors(tokens, to) : to
    const next = tokens[linked]
    if (!next || isTaken(linked) || !isNameWord(next) || (isShouting && !known.has(next.word))) break
    if (!tokens.slice(to, linked + 1).every(isJoined)) break
    if (linked > to && !joinsName(tokens, at, to, linked)) break
    // "French President Sarnell" are two; "Prime Minister Sarnell" is one.
    if (isOffice(next.word) && !isOffice(last.word)) break
    last = next
    to = linked + 1
  }
  return to
}

const skipConnectors = (tokens: readonly Token[], at: number): number =>
  at + 1 + (connectors.has(tokens[at + 1]?.word ?? '') ? 1 : 0)

/** "Office of Benjamin Venn", "Ursula von der Leyen"; but not "Venn of Corvania". */
const joinsName = (tokens: readonly Token[], from: number, at: number, next: number): boolean =>
  tokens.slice(at, next).every(({ word }) => afterSurnameParts.has(word)) ||
  tokens.slice(from, at).some(({ word }) => isInstitution(word))

function isNameAtStart(tokens: readonly Token[], at: number, known: ReadonlySet<string>): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token) return false
  const { word, text } = token
  if (known.has(word)) return true
  if (/^\p{Lu}[\p{Lu}\p{N}.]+$/u.test(text) || /\p{Ll}\p{Lu}/u.test(text)) return true
  if (stopWords.has(word)) return false
  if (placeOf(word)) return true
  // "James Ilk", "New Norvik", "Former President Dovan", but not "Reportedly Dovan".
  if (next && isJoined(next) && isNameWord(next))
    return isOffice(word) || !(isCommonStart(word) || /ly$/.test(word))
  if (isCommon(word) || isOffice(word)) return false
  // "Ursula von der Brandt"
  const far = tokens[skipConnectors(tokens, at + 1)]
  if (next && afterSurnameParts.has(next.word) && next.word !== 'the' && far && isNameWord(far)) return true
  return token.isPossessive || (next !== undefined && isJoined(next) && verb.test(next.word))
}

const massNouns = /^(?:security|state|central|staff|new)$/
const isCommon = (word: string): boolean =>
  isCommonStart(word) ||
  massNouns.test(word) ||
  /(?:ly|(?<!^beij)ing|[^s]s)$/.test(word) ||
  !/[a-z]/.test(word)

function makeName(tokens: readonly Token[], at: number, to: number): Part | null {
  let from = at
  while (from < to - 1 && isOffice(tokens[from]?.word ?? '') && tokens[from + 1]?.word !== 'of') from += 1
  const words = tokens.slice(from, to).map(singular)
  const folded = foldName(words.join(' '))
  if (folded === '' || (from === to - 1 && isOffice(folded))) return null
  return { kind: 'name', from, to, value: { is: 'name', words: folded.split(' '), place: placeOf(folded) } }
}

/** "iPhones" are called as one iPhone is: names with a capital inside are things. */
const singular = ({ word, text }: Token): string =>
  /\p{Ll}\p{Lu}/u.test(text) ? word.replace(/(?<=[a-z])s$/, '') : word
