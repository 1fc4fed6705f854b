import type { Speaker } from '../model/dossier'
import type { Reason } from '../model/reason'
import type { Span } from '../model/span'
import type { Memory, NamedEntity } from './named-entity'
import { coreOf } from './read-source'
import { speakerWeights as weights } from './weights'

/** Who speaks, as far as it could be told. */
export interface Voice {
  speaker: Speaker
  /** What the article names; null for those without a name, and for several at once. */
  entity: NamedEntity | null
  /** What the article calls the speaker, in the singular: "official", "person"; or ''. */
  noun: string
  isPlural: boolean
  /** How sure it is that this is the speaker, 0..1. */
  certainty: number
  reasons: Reason[]
}

/** A voice that was heard, where, and who carried it. */
export interface Heard {
  voice: Voice
  at: number
  sentence: number
  carriers: string[]
}

/** What resolving looks at. */
export interface Scene {
  text: string
  sentences: readonly Span[]
  memory: Memory
  /** In the order of the text, up to where resolving has come. */
  heard: Heard[]
  /** The outlet being read, and who wrote the article; '' where the page does not say. */
  outlet: string
  byline: string
}

/** The voice of something named, with its fullest name. */
export function voiceOf(entity: NamedEntity, reason: Reason, certainty: number): Voice {
  const { kind, name, role, affiliation } = entity
  const speaker: Speaker =
    kind === 'person'
      ? { name, kind: 'named', ...(role && { role }), ...(affiliation && { affiliation }) }
      : { name, kind: kind === 'outlet' ? 'outlet' : 'institution' }
  const [noun = ''] = entity.nouns
  return { speaker, entity, noun, isPlural: false, certainty, reasons: [reason] }
}

/** The voice of somebody whom the article does not name: the words as they stand. */
export function namelessVoice(words: string, rule: string, noun = '', isPlural = false): Voice {
  return {
    speaker: { name: coreOf(words).replace(/^(?:the|an?)\s+/i, ''), kind: 'anonymous' },
    entity: null,
    noun,
    isPlural,
    certainty: weights.words,
    reasons: [{ rule, values: [words] }],
  }
}

/** The voice of a body or a paper that has no name of its own: "the president's office", "a confidential memo". */
export function bodyVoice(words: string, noun: string, isPlural: boolean): Voice {
  const voice = namelessVoice(words, 'speaker_body', noun, isPlural)
  return { ...voice, speaker: { name: voice.speaker.name, kind: 'institution' } }
}
