import type { Span } from '../model/span'
import { mentionsIn } from './find-in-memory'
import type { NamedEntity } from './named-entity'
import { mainNoun } from './read-source'
import { readNoun } from './speaker-words'
import { bodyVoice, type Scene, type Voice, voiceOf } from './voice'
import { speakerWeights as weights } from './weights'

/** Before a name that is not the speaker's: "a former bodyguard of …", "people close to …". */
const dependent =
  /\b(?:of|to|for|from|with|by|close|about|in|at|on|behind|near|who|which|that|than|inside|under|across|like|including|within|outside|between|over|against|among)\b/i
const possessive = /^['’]s?(?=\s)/u
const joining = /^\s*(?:,[^,]{0,60},)?\s*(?:and|or|&)\s+(?:(?:his|her|their|the|former|then)\s+)*$/i

/** The speaker of a source that names one; null where it names nobody, or names somebody else's aide. */
export function readNamed(scene: Scene, source: Span): Voice | null {
  const { text, memory } = scene
  const names = mentionsIn(memory, source)
  for (const [index, { mention, entity }] of names.entries()) {
    const before = text.slice(source.start, Math.max(source.start, mention.wholeSpan.start))
    const isApposed = /,\s*(?:the\s)?$/.test(before)
    if (!isApposed && dependent.test(before)) continue
    if (isApposed && entity.kind !== 'person' && !/^(?:the|its|an?)\s|['’]s?\s/i.test(before)) continue
    const after = text.slice(mention.span.end, source.end)
    if (possessive.test(after)) {
      const next = names[index + 1]
      const isNamedNext =
        next &&
        next.entity.kind !== 'person' &&
        /,\s(?:the\s)?$/.test(text.slice(source.start, next.mention.wholeSpan.start))
      const owned = isNamedNext ? null : readOwned(text.slice(source.start, source.end), after)
      if (owned) return owned
      continue
    }
    // "German conservatives", "Majorities in many countries": one word with a capital before small ones names nobody.
    if (!entity.name.includes(' ') && entity.kind === 'person' && isAdjective(after) && !mention.hasOffice)
      continue
    const described = readDescribed(text, source, entity, after)
    if (described === 'other') continue
    if (described) return described
    const words = text.slice(mention.span.start, mention.span.end)
    const next = names[index + 1]
    if (entity.kind === 'person' && next?.entity.kind === 'person' && next.entity !== entity) {
      if (joining.test(text.slice(mention.span.end, next.mention.wholeSpan.start)))
        return both(entity, next.entity)
    }
    const isFull = words === entity.name
    return voiceOf(
      entity,
      { rule: isFull ? 'speaker_named' : 'speaker_short', values: isFull ? [words] : [words, entity.name] },
      isFull ? weights.named : weights.short,
    )
  }
  return null
}

const isAdjective = (after: string): boolean =>
  /^\s\p{Ll}/u.test(after) &&
  !/^\s(?:and|or|who|whom|whose|which|that|himself|herself|also|then|has|is|was|had|said)\b/.test(after)

/** "The president's office": a body of its own; "the president's lawyers" and what else is read as words. */
function readOwned(source: string, after: string): Voice | null {
  const own = after.replace(possessive, '').trim().split(/[,;]/)[0] ?? ''
  const noun = mainNoun(own)
  if (noun?.kind !== 'body' && noun?.kind !== 'paper') return null
  return { ...bodyVoice(source, noun.noun, noun.isPlural), certainty: weights.named }
}

/** Up to three small words right behind a name: "campaign", "officials", "report published". */
const smallWords =
  /^(?:\s(?!(?:and|or|of|who|whose|that|which|in|on|at|for|from|is|was|said)\b)\p{Ll}[\p{L}’'-]*){1,3}/u

/**
 * "White House officials", "the Atlantic report", "the Trump campaign": what follows the name in small letters says
 * what it is. 'other': people, who are read as words.
 */
function readDescribed(
  text: string,
  source: Span,
  entity: NamedEntity,
  after: string,
): Voice | 'other' | null {
  const [following = ''] = smallWords.exec(after) ?? []
  const [noun] = following.split(/\s+/).flatMap(word => readNoun(word) ?? [])
  if (!noun) return null
  if (noun.kind === 'person') return 'other'
  const words = text.slice(source.start, source.end)
  if (entity.kind === 'outlet' && noun.kind !== 'body') {
    return voiceOf(entity, { rule: 'speaker_named', values: [words] }, weights.named)
  }
  return bodyVoice(words, noun.noun, noun.isPlural)
}

function both(a: NamedEntity, b: NamedEntity): Voice {
  const name = `${a.name} and ${b.name}`
  return {
    speaker: { name, kind: 'named' },
    entity: null,
    noun: '',
    isPlural: true,
    certainty: weights.short,
    reasons: [{ rule: 'speaker_named', values: [name] }],
  }
}
