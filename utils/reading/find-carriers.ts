import type { Span } from '../model/span'
import { findBefore, mentionsIn } from './find-in-memory'
import { readNoun } from './speaker-words'
import type { Scene } from './voice'

/** Behind these an outlet is whom the speaker spoke to. */
const spokeTo =
  /\b(?:told|tells|telling|interview(?:ed)? (?:with|by|on|to)|(?:e-?mail|statement|letter|text message|message|comment|remarks?) to|speaking (?:to|with|on)|spoke (?:to|with|on)|talking to|appear(?:ed|ing|ance) on|confirmed (?:\S+ ){0,3}to|said on|wrote (?:in|on|for)|(?:op-ed|column|essay) (?:in|for))\s+(?:the\s+|a\s+|an\s+)?/gi

/**
 * The outlets that carried what a sentence's source says: "told Axios", "in an interview with the newspaper". Outlets
 * only: whom else a speaker told carries nothing.
 * @param within the sentence, or what of it belongs to the attribution.
 */
export function findCarriers(scene: Scene, within: Span, isQuoted: (at: number) => boolean): string[] {
  const found: string[] = []
  const words = scene.text.slice(within.start, within.end)
  for (const { 0: matched, index } of words.matchAll(spokeTo)) {
    const at = within.start + index + matched.length
    if (isQuoted(at)) continue
    const outlet = outletAt(scene, at, within.end)
    if (outlet && !found.includes(outlet)) found.push(outlet)
  }
  return found
}

/** The outlet whose name begins here, or "newspaper": the one named last. */
function outletAt(scene: Scene, at: number, end: number): string | null {
  const [next] = mentionsIn(scene.memory, { start: at, end })
  if (next?.entity.kind === 'outlet' && next.mention.wholeSpan.start <= at + 1) return next.entity.name
  const [word = ''] = /^[\p{L}-]+(?:\s[\p{L}-]+)?/u.exec(scene.text.slice(at, at + 40)) ?? []
  for (const each of word.split(/\s/)) {
    if (readNoun(each)?.kind !== 'outlet') continue
    return findBefore(scene.memory, at, ({ kind }) => kind === 'outlet')?.entity.name ?? word
  }
  return null
}

const citing = /\b(?:citing|quoting)\s+/i

/** "The Times reported, citing two officials": the words for whom the outlet has it from, or null. */
export function findCited(text: string, within: Span): Span | null {
  const match = citing.exec(text.slice(within.start, within.end))
  if (!match) return null
  const start = within.start + match.index + match[0].length
  const rest = /^[^,.;“”"\n]+/.exec(text.slice(start, within.end))?.[0].trimEnd() ?? ''
  return rest ? { start, end: start + rest.length } : null
}
