import type { Span } from '../model/span'
import { mentionsIn } from './find-in-memory'
import type { NamedEntity } from './remember-names'
import { readNoun } from './speaker-words'
import { namelessVoice, type Scene, type Voice, voiceOf } from './voice'
import { speakerWeights as weights } from './weights'

/** Before a name that is not the speaker's: "a former bodyguard of …", "people close to …". */
const dependent = /\b(?:of|to|for|from|with|by|close|about|in|at|on|behind|near|who|which|that|than|inside|under)\b/i
const possessive = /^['’]s?(?=\s)/u
const joining = /^\s*(?:,[^,]{0,60},)?\s*(?:and|or|&)\s+(?:(?:his|her|their|the|former|then)\s+)*$/i

/** The speaker of a source that names one; null where it names nobody, or names somebody else's aide. */
export function readNamed(scene: Scene, source: Span): Voice | null {
  const { text, memory } = scene
  const names = mentionsIn(memory, source)
  for (const [index, { mention, entity }] of names.entries()) {
    const before = text.slice(source.start, Math.max(source.start, mention.wholeSpan.start))
    const isApposed = /,\s*$/.test(before)
    if (!isApposed && dependent.test(before)) continue
    if (isApposed && entity.kind !== 'person' && !/^(?:the|its|an?)\s/i.test(before)) continue
    const after = text.slice(mention.span.end, source.end)
    if (possessive.test(after)) {
      const owned = readOwned(text.slice(source.start, source.end), after)
      if (owned) return owned
      continue
    }
    const described = readDescribed(text, source, entity, after)
    if (described === 'other') continue
    if (described) return described
    const words = text.slice(mention.span.start, mention.span.end)
    const next = names[index + 1]
    if (entity.kind === 'person' && next?.entity.kind === 'person' && next.entity !== entity) {
      if (joining.test(text.slice(mention.span.end, next.mention.wholeSpan.start))) return both(entity, next.entity)
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

/** "The president's office": a body of its own; "the president's lawyers" and what else is read as words. */
function readOwned(source: string, after: string): Voice | null {
  const own = after.replace(possessive, '').trim().split(/[,;]/)[0] ?? ''
  const noun = own
    .split(/\s(?:of|for|at|in|on|to|that|who|which)\s/)[0]
    ?.split(/\s+/)
    .flatMap(word => readNoun(word) ?? [])
    .at(-1)
  if (noun?.kind !== 'body' && noun?.kind !== 'paper') return null
  const voice = namelessVoice(source, 'speaker_body', noun.noun, noun.isPlural)
  voice.speaker = { name: voice.speaker.name, kind: 'institution' }
  voice.certainty = weights.named
  return voice
}

/**
 * "White House officials", "the Atlantic report", "the Trump campaign": what follows the name in small letters says
 * what it is. 'other': people, who are read as words.
 */
function readDescribed(text: string, source: Span, entity: NamedEntity, after: string): Voice | 'other' | null {
  const [, following = ''] = /^\s((?:[\p{L}’'-]+\s){0,2}[\p{L}’'-]+)/u.exec(after) ?? []
  const noun = following
    .split(/\s+/)
    .filter((word, at, all) => all.slice(0, at + 1).every(each => /^\p{Ll}/u.test(each)))
    .flatMap(word => (/^(?:and|or|of|who|that|which|in|on|at|for)$/.test(word) ? [] : (readNoun(word) ?? [])))[0]
  if (!noun || /^(?:and|or|of|who|that|which|in|on|at|for|from|whose|is|was|said)$/.test(following.split(' ')[0] ?? '')) return null
  if (noun.kind === 'person') return 'other'
  if (noun.kind === 'paper' || noun.kind === 'outlet') {
    if (entity.kind === 'outlet') {
      return voiceOf(entity, { rule: 'speaker_outlet', values: [following, entity.name] }, weights.named)
    }
  }
  const voice = namelessVoice(text.slice(source.start, source.end), 'speaker_body', noun.noun, noun.isPlural)
  voice.speaker = { name: voice.speaker.name, kind: 'institution' }
  return voice
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
