import type { Span } from '../model/span'
import { initialsOf, isPlace } from './name-looks'
import { foldOutlet } from './name-outlets'
import type { Memory, NamedEntity } from './named-entity'

type Named = Memory['mentions'][number]

/** Index of the first mention that ends behind a place; mentions are in order and do not overlap. */
function firstAfter({ mentions }: Memory, place: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.mention.span.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** Names that lie in a stretch, in order. */
export function mentionsIn(memory: Memory, { start, end }: Span): Named[] {
  const found: Named[] = []
  for (let at = firstAfter(memory, start); at < memory.mentions.length; at++) {
    const named = memory.mentions[at]
    if (!named || named.mention.span.start >= end) break
    if (named.mention.span.start >= start) found.push(named)
  }
  return found
}

/** How many names before a place are asked: what was said of longer ago is named anew. */
const reach = 60

/** The names before a place, the nearest first. */
export function mentionsBefore(memory: Memory, place: number): Named[] {
  const end = firstAfter(memory, place)
  return memory.mentions.slice(Math.max(0, end - reach), end).reverse()
}

/** What fits among the names before a place, the nearest first. */
export const findBefore = (
  memory: Memory,
  place: number,
  fits: (entity: NamedEntity) => boolean,
): Named | null => mentionsBefore(memory, place).find(({ entity }) => fits(entity)) ?? null

/** Nouns for any body at all: "the agency" may be whichever was named last. */
const anyBody =
  /^(?:agency|company|firm|group|organi[sz]ation|body|regulator|watchdog|maker|carrier|corporation|association)$/

/** The body that "the agency" or "the ministry" stands for: one with the word in its name, or that was called so. */
export function findBody(memory: Memory, noun: string, place: number): Named | null {
  const inName = new RegExp(`(?:^|\\s)${noun.replace(/[^\p{L}-]/gu, '')}(?:\\s|$)`, 'iu')
  return (
    findBefore(
      memory,
      place,
      ({ kind, name, nouns }) => kind === 'body' && (nouns.has(noun) || inName.test(name)),
    ) ??
    (anyBody.test(noun)
      ? findBefore(memory, place, ({ kind, name }) => kind === 'body' && !isPlace(name))
      : null)
  )
}

/** The full name of a body that is called by its capitals, or by a noun ("the company", "its"). */
export function completeBody(memory: Memory, words: string, place: number): string {
  if (words === 'its')
    return findBefore(memory, place, ({ kind, name }) => kind === 'body' && !isPlace(name))?.entity.name ?? ''
  if (/^\p{Ll}+$/u.test(words)) return findBody(memory, words, place)?.entity.name ?? words
  const folded = foldOutlet(words)
  const same = findBefore(
    memory,
    place + words.length,
    ({ name, kind }) => kind === 'body' && foldOutlet(name) === folded,
  )
  if (same) return same.entity.name
  const initials = findBefore(
    memory,
    place + words.length,
    ({ name, kind }) => kind === 'body' && /^\p{Lu}{2,6}$/u.test(words) && initialsOf(name) === words,
  )
  return initials?.entity.name ?? words
}
