import type { Span } from '../model/span'
import { honorific, isNoName, readNoun, shortOffice } from './speaker-words'

/** Words that begin with capitals and stand together: a name, as far as its look tells. */
export interface FoundName {
  /** Without a form of address, offices before it, and the genitive's ending. */
  span: Span
  name: string
  /** "Mr.", "Dr.", or ''. */
  address: string
  /** The offices before it: "Prime Minister", "Palace spokesman", or ''. */
  office: string
  /** From the office on, or from the name. */
  wholeSpan: Span
}

interface Word extends Span {
  word: string
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’.&-][\p{L}\p{M}\p{N}]+)*(?:(?<=s)['’](?= \p{Lu})|\.)?/gu
const isCapital = (word: string): boolean => /^\p{Lu}|^\p{Ll}{1,2}\p{Lu}/u.test(word)
const isInitial = (word: string): boolean => /^(?:\p{Lu}\.)+\p{Lu}?\.?$/u.test(word)
const isShort = (word: string): boolean =>
  honorific.test(word) || (/\.$/.test(word) && shortOffice[word.slice(0, -1).toLowerCase()] !== undefined)
/** Small words inside of names of people, and of bodies. */
const particle = /^(?:de|da|di|du|del|della|van|von|der|den|ter|bin|ibn|al|el|la|le)$/
const ofBodies = /^(?:of|for|the|on)$/
/** What may stand before an office in small letters. */
const beforeOffice =
  /^(?:former|deputy|senior|vice|chief|prime|foreign|interior|defence|defense|security|press|opposition|party|top|longtime|committee|acting|assistant|associate|national|federal|state|policy|communications|campaign|data|protection)$/i

/** "New Jersey" begins a sentence as a name does. */
const isOfPlace = /^(?:New|North|South|East|West|United|Saint|Great)$/
/** What secretaries and directors are of. */
const ofField =
  /^(?:State|Defen[cs]e|Homeland Security|National Intelligence|Energy|Commerce|Labou?r|Education|Health|Treasury|Justice|Transportation|Agriculture) /

/** The names of a sentence or any other stretch of the text, in order. */
export function findNames(text: string, within: Span, isKnownSmall: (word: string) => boolean): FoundName[] {
  const words = splitWords(text, within)
  const found: FoundName[] = []
  for (let at = 0; at < words.length; ) {
    const end = endOfRun(text, words, at)
    if (end === at) {
      at++
      continue
    }
    found.push(...readRun(text, words, at, end, isKnownSmall))
    at = end
  }
  return found
}

/** A full stop belongs to a word only where it is an initial or shortened. */
function splitWords(text: string, { start, end }: Span): Word[] {
  return [...text.slice(start, end).matchAll(wordPattern)].map(({ 0: matched, index }) => {
    const isWhole = !matched.endsWith('.') || isShort(matched) || isInitial(matched)
    const word = isWhole ? matched : matched.slice(0, -1)
    return { word, start: start + index, end: start + index + word.length }
  })
}

const stands = (text: string, a: Word | undefined, b: Word | undefined): boolean =>
  a !== undefined && b !== undefined && /^[ \u00a0]$/.test(text.slice(a.end, b.start))

/** Behind the last word of the run that begins here; here itself where none does. */
function endOfRun(text: string, words: readonly Word[], from: number): number {
  if (!isCapital(words[from]?.word ?? '')) return from
  let end = from + 1
  let isOfBody = readNoun(words[from]?.word ?? '')?.kind === 'body'
  /** "Center for Strategic and International Studies": only behind "of" or "for" does "and" join. */
  let hasOf = false
  while (stands(text, words[end - 1], words[end])) {
    const word = words[end]?.word ?? ''
    if (/['’]s$/.test(words[end - 1]?.word ?? '')) break
    if (isCapital(word) || (/^\d+$/.test(word) && !isOfBody)) {
      isOfBody ||= readNoun(word)?.kind === 'body'
      end++
      continue
    }
    const next = words[end + 1]?.word ?? ''
    const afterNext = words[end + 2]?.word ?? ''
    const joins = particle.test(word) || (isOfBody && ofBodies.test(word)) || (hasOf && word === 'and')
    if (joins && stands(text, words[end], words[end + 1]) && isCapital(next)) {
      hasOf ||= isOfBody && ofBodies.test(word)
      end += 2
    } else if (isOfBody && word === 'of' && next === 'the' && isCapital(afterNext)) {
      hasOf = true
      end += 3
    } else break
  }
  return end
}

/** Takes a run apart: what begins the sentence, offices and forms of address, the name. */
function readRun(
  text: string,
  words: readonly Word[],
  from: number,
  end: number,
  isKnownSmall: (word: string) => boolean,
): FoundName[] {
  let start = from
  const first = words[start]?.word ?? ''
  // The first word has a capital anyway: it is of the name only where it is never written small.
  const isAtBeginning = from === 0 || /["“‘:]\s?$/.test(text.slice(0, words[from]?.start))
  const isOffice = ({ word }: Word) => readNoun(word)?.kind === 'person' || isShort(word)
  const lastOffice = words.slice(from, end).findLastIndex(isOffice)
  const belongsToOffice = beforeOffice.test(first) && lastOffice > 0
  if (isAtBeginning && isKnownSmall(first) && !isOfPlace.test(first) && !readNoun(first) && !belongsToOffice)
    start++
  while (start < end && isNoName(words[start]?.word ?? '') && !belongsToOffice) start++
  let nameStart = Math.max(start, from + lastOffice + 1)
  // "Secretary of State John Kerry".
  if (words[start - 1]?.word === 'of' && readNoun(words[start - 2]?.word ?? '')?.kind === 'person') {
    const [field = ''] = ofField.exec(text.slice(words[start]?.start, words[end - 1]?.end)) ?? []
    if (field) {
      nameStart = Math.max(nameStart, start + field.trim().split(' ').length)
      start -= 2
    }
  }
  while (start < end && !isCapital(words[start]?.word ?? '')) start++
  nameStart = Math.max(nameStart, start)
  // "President" by itself, "Attorney General": an office and nobody's name.
  if (nameStart >= end) return []
  let office = start
  // "spokesman Tomas Reil": the office in small letters before the name.
  if (nameStart === start || readNoun(words[start]?.word ?? '')) office = beginOfOffice(text, words, start)
  let address = ''
  const officeWords: string[] = []
  for (let at = office; at < nameStart; at++) {
    const word = words[at]?.word ?? ''
    if (honorific.test(word)) address = word
    else officeWords.push(shortOffice[word.replace(/\.$/, '').toLowerCase()] ?? word)
  }
  const firstWord = words[nameStart]
  const lastWord = words[end - 1]
  const wholeFrom = words[office]
  if (!firstWord || !lastWord || !wholeFrom) return []
  const span = { start: firstWord.start, end: lastWord.end - (/['’]s$/.exec(lastWord.word)?.[0].length ?? 0) }
  return [
    {
      span,
      name: text.slice(span.start, span.end),
      address,
      office: officeWords
        .join(' ')
        .replace(/^(?:colleague|predecessor|successor|rival|ally|friend) (?=\S)/, ''),
      wholeSpan: { start: wholeFrom.start, end: span.end },
    },
  ]
}

function beginOfOffice(text: string, words: readonly Word[], name: number): number {
  let at = name
  while (at > 0 && stands(text, words[at - 1], words[at])) {
    const word = words[at - 1]?.word ?? ''
    if (at === name && !readNoun(word)) break
    if (at === name && readNoun(word)?.kind !== 'person') break
    if (at < name && !beforeOffice.test(word) && !(isCapital(word) && !isNoName(word)) && !readNoun(word))
      break
    if (/['’]s$/.test(word)) break
    at--
  }
  return at
}
