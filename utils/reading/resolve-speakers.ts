import type { Span } from '../model/span'
import { describeRole, dropDeterminer, dropOwner } from './describe-role'
import { completeBody, findBefore, findBody, mentionsIn } from './find-in-memory'
import { readNamed } from './read-named'
import { readSource, type SourceForm } from './read-source'
import { resolvePronoun } from './resolve-pronoun'
import { bodyVoice, namelessVoice, type Scene, type Voice, voiceOf } from './voice'
import { speakerWeights as weights } from './weights'

/**
 * The speaker whom the words of a source stand for. Names come first, then what was said before of the same official,
 * then pronouns. Where two fit about equally it is nobody's name but the words as they stand, and less sure.
 * @param source null where the article names no source at all: the speaker's name is ''.
 * @param parent who speaks the words in which the source stands, or null.
 */
export function resolveSpeaker(
  scene: Scene,
  source: Span | null,
  sentence: number,
  parent: Voice | null,
): Voice {
  if (!source) return { ...namelessVoice('', 'speaker_implicit'), certainty: weights.implicit }
  const named = readNamed(scene, source)
  if (named) return named
  const form = readSource(scene.text.slice(source.start, source.end))
  switch (form.how) {
    case 'pronoun':
      return resolvePronoun(scene, { source, sentence, pronoun: form.pronoun, parent })
    case 'relative':
      return resolveRelative(scene, source, sentence, parent)
    case 'partial':
      return resolvePartial(scene, form.words, sentence)
    case 'definite':
      return resolveDefinite(scene, form, source.start) ?? describe(scene, form, source.start)
    case 'indefinite':
      return describe(scene, form, source.start)
  }
}

const beginsPhrase = /\b(?:the|an?|some|many|most|two|three|several|those|people)\s/gi

/** "who", "which": the name or the phrase right before it. */
function resolveRelative(scene: Scene, source: Span, sentence: number, parent: Voice | null): Voice {
  const { start } = scene.sentences[sentence] ?? source
  const before = scene.text.slice(start, source.start).replace(/[\s,]+$/, '')
  const end = start + before.length
  const name = mentionsIn(scene.memory, { start, end }).at(-1)
  if (name?.mention.span.end === end)
    return readNamed(scene, name.mention.wholeSpan) ?? namelessVoice(before, 'speaker_words')
  const phrase = [...before.matchAll(beginsPhrase)].at(-1)?.index
  if (phrase === undefined || end - (start + phrase) > weights.longestPhrase) {
    return namelessVoice(before.split(/\s+/).at(-1) ?? '', 'speaker_unresolved')
  }
  return resolveSpeaker(scene, { start: start + phrase, end }, sentence, parent)
}

const another = /^(?:one|another|a (?:second|third|fourth)|the (?:other|second|third))$/i

/** "another", "a third": one more of those heard last, if they have no name; "one of them" stays as it is. */
function resolvePartial(scene: Scene, words: string, sentence: number): Voice {
  const last = scene.heard.at(-1)
  const voice = namelessVoice(words, 'speaker_words')
  if (!last || !another.test(words) || last.voice.speaker.kind !== 'anonymous' || !last.voice.noun)
    return voice
  if (sentence - last.sentence > weights.partialReach) return voice
  const { noun, speaker } = last.voice
  const { affiliation } = speaker
  return {
    ...voice,
    speaker: {
      ...voice.speaker,
      name: `${voice.speaker.name} ${noun}`,
      role: noun,
      ...(affiliation && { affiliation }),
    },
    noun,
    reasons: [{ rule: 'speaker_partial', values: [words, speaker.name] }],
  }
}

type Described = Extract<SourceForm, { how: 'definite' | 'indefinite' }>

/** "the official", "the prime minister", "the agency", "the newspaper": whoever was called so last. */
function resolveDefinite(scene: Scene, { words, noun }: Described, at: number): Voice | null {
  if (!noun) return null
  const bare = dropDeterminer(words).toLowerCase()
  const isBare = !bare.includes(' ')
  const isOwned = /^(?:its|his|her|their|our|my)\s|['’]s?\s/i.test(words)
  const named = findNamed()
  const heard = scene.heard.findLast(
    ({ voice }) =>
      voice.noun === noun.noun &&
      voice.isPlural === noun.isPlural &&
      (isBare || holdsWords(`${voice.speaker.name} ${voice.speaker.role ?? ''}`, bare)),
  )
  if (named && (!heard || named.mention.span.start > heard.at || heard.voice.entity)) {
    const rule = noun.kind === 'outlet' ? 'speaker_outlet' : 'speaker_role'
    return voiceOf(named.entity, { rule, values: [words, named.entity.name] }, weights.definite)
  }
  if (!heard || isOwned) return null
  return {
    ...heard.voice,
    certainty: Math.min(heard.voice.certainty, weights.definite),
    reasons: [{ rule: 'speaker_again', values: [words, heard.voice.speaker.name] }],
  }

  function findNamed() {
    if (!noun || noun.isPlural) return null
    if (noun.kind === 'outlet')
      return isBare ? findBefore(scene.memory, at, ({ kind }) => kind === 'outlet') : null
    if (noun.kind === 'body') return isBare && !isOwned ? findBody(scene.memory, noun.noun, at) : null
    if (noun.kind === 'paper') return null
    return findBefore(
      scene.memory,
      at,
      ({ kind, nouns, role }) =>
        kind === 'person' && nouns.has(noun.noun) && (isBare || holdsWords(role, bare)),
    )
  }
}

/** Whether all words of `some` are among those of `all`: "the senior official" is "a senior White House official". */
function holdsWords(all: string, some: string): boolean {
  const words = new Set(all.toLowerCase().split(/\s+/))
  return some.split(/\s+/).every(word => words.has(word))
}

/** Somebody whom only these words describe: people stay without a name, bodies and papers are called by the words. */
function describe(scene: Scene, { how, words, noun }: Described, at: number): Voice {
  const isBody = noun?.kind === 'body' || noun?.kind === 'paper'
  const voice = isBody
    ? bodyVoice(words, noun.noun, noun.isPlural)
    : namelessVoice(words, 'speaker_words', noun?.noun, noun?.isPlural)
  if (!noun || how === 'definite') voice.certainty = weights.newDefinite
  const { name } = voice.speaker
  if (noun?.kind === 'outlet') voice.speaker = { name, kind: 'outlet' }
  else if (noun?.kind === 'person') {
    const affiliation = completeBody(scene.memory, describeRole(words)?.affiliation ?? '', at)
    voice.speaker = { ...voice.speaker, role: roleOf(words), ...(affiliation && { affiliation }) }
  }
  return voice
}

/** "officials briefed on the inquiry": without number and owner, and without a relative clause. */
const roleOf = (words: string): string =>
  dropOwner(dropDeterminer(words).replace(/^of\s/, '')).replace(/\s(?:who|that|which)\s.*$/s, '')
