import type { Span } from '../model/span'
import { findBefore, mentionsBefore } from './find-in-memory'
import { isPlace } from './name-looks'
import type { Pronoun } from './read-source'
import { type Gender, genderOf, readNoun } from './speaker-words'
import { namelessVoice, type Scene, type Voice, voiceOf } from './voice'
import { speakerWeights, pronounWeights as weights } from './weights'

interface Candidate {
  voice: Voice
  score: number
  key: unknown
}

/**
 * Whom a pronoun means. "I" is whoever speaks around it; "it" the body or outlet named last; "they" those who were
 * heard last as several. "he" and "she": every name and voice before is scored by how near it is, whether it spoke
 * last, began its sentence, and fits in gender; who is not clearly ahead of the next stays a pronoun.
 * @param sentence the sentence of the pronoun, as an index.
 */
export function resolvePronoun(
  scene: Scene,
  {
    source,
    sentence,
    pronoun,
    parent,
  }: { source: Span; sentence: number; pronoun: Pronoun; parent: Voice | null },
): Voice {
  const words = scene.text.slice(source.start, source.end)
  const rule = 'speaker_pronoun'
  if (pronoun === 'I' || pronoun === 'we') {
    if (parent) return { ...parent, certainty: parent.certainty * weights.own }
    const name = pronoun === 'I' && scene.byline ? scene.byline : scene.outlet
    return {
      ...namelessVoice(words, rule),
      speaker: { name, kind: name === scene.outlet ? 'outlet' : 'named' },
    }
  }
  if (pronoun === 'it') {
    const heard = scene.heard.findLast(
      ({ voice: { speaker } }) => speaker.kind === 'institution' || speaker.kind === 'outlet',
    )
    if (heard && sentence - heard.sentence <= weights.itReach) {
      return {
        ...heard.voice,
        certainty: weights.it,
        reasons: [{ rule, values: [words, heard.voice.speaker.name] }],
      }
    }
    const body = findBefore(
      scene.memory,
      source.start,
      ({ kind, name }) => kind !== 'person' && !isPlace(name),
    )
    if (body) return voiceOf(body.entity, { rule, values: [words, body.entity.name] }, weights.it)
  }
  const candidates =
    pronoun === 'they'
      ? several(scene, sentence)
      : pronoun === 'it'
        ? []
        : persons(scene, source.start, sentence, pronoun, parent !== null)
  const [best, second] = candidates.sort((a, b) => b.score - a.score)
  if (!best || best.score < weights.least) return namelessVoice(words, 'speaker_unresolved')
  const lead = best.score - (second?.score ?? -Infinity)
  if (lead < weights.lead) {
    const unsure = namelessVoice(words, 'speaker_unresolved')
    unsure.certainty = weights.unresolved
    return unsure
  }
  // From now on the article has told us.
  if (best.voice.entity && (pronoun === 'he' || pronoun === 'she')) best.voice.entity.gender ??= pronoun
  return {
    ...best.voice,
    certainty: Math.min(best.voice.certainty, lead < weights.clearLead ? weights.close : weights.clear),
    reasons: [{ rule, values: [words, best.voice.speaker.name] }],
  }
}

/** Whom a pronoun stood for without our finding out. */
const isOpen = ({ reasons }: Voice): boolean => reasons.some(({ rule }) => rule === 'speaker_unresolved')

/** Everybody before the pronoun who can be "he" or "she", once each with the best score. */
function persons(
  scene: Scene,
  at: number,
  sentence: number,
  pronoun: Gender,
  isQuoted: boolean,
): Candidate[] {
  const best = new Map<unknown, Candidate>()
  const offer = (key: unknown, voice: Voice, score: number): void => {
    if (score > (best.get(key)?.score ?? -Infinity)) best.set(key, { key, voice, score })
  }
  const lastHeard = scene.heard.at(-1)
  for (let index = scene.heard.length - 1; index >= 0; index--) {
    const heard = scene.heard[index]
    if (!heard || sentence - heard.sentence > weights.reach) break
    const { voice } = heard
    if (voice.isPlural || voice.speaker.kind === 'institution' || voice.speaker.kind === 'outlet') continue
    if (isOpen(voice) || (!voice.entity && readNoun(voice.noun)?.kind !== 'person')) continue
    const gender = voice.entity?.gender ?? genderOf(voice.noun)
    if (gender !== null && gender !== pronoun) continue
    const score =
      weights.spoke +
      (heard === lastHeard ? weights.spokeLast : 0) +
      (gender === pronoun ? weights.gender : 0) -
      (sentence - heard.sentence) * weights.perSentence
    offer(voice.entity ?? voice.speaker.name, voice, score)
  }
  for (const { mention, entity } of mentionsBefore(scene.memory, at)) {
    if (sentence - mention.sentence > weights.reach) break
    if (entity.kind !== 'person' || (entity.gender !== null && entity.gender !== pronoun)) continue
    if (mention.isQuoted && !isQuoted) continue
    const isBare = !entity.name.includes(' ') && !entity.role && !mention.hasOffice
    const score =
      (mention.isFirst ? weights.first : 0) +
      (isBare ? weights.bare : 0) +
      (entity.gender === pronoun ? weights.gender : 0) -
      (sentence - mention.sentence) * weights.perSentence
    const voice = voiceOf(entity, { rule: 'speaker_pronoun', values: [] }, speakerWeights.short)
    offer(
      entity,
      voice,
      Math.max(score, best.get(entity) ? (best.get(entity)?.score ?? 0) + weights.again : score),
    )
  }
  return [...best.values()]
}

/** Those who were heard as several, the last first; then bodies. */
function several(scene: Scene, sentence: number): Candidate[] {
  const found: Candidate[] = []
  for (let index = scene.heard.length - 1; index >= 0; index--) {
    const heard = scene.heard[index]
    if (!heard || sentence - heard.sentence > weights.reach) break
    const { voice } = heard
    if ((!voice.isPlural && voice.speaker.kind !== 'institution') || isOpen(voice)) continue
    if (readNoun(voice.noun)?.kind === 'paper') continue
    const key = voice.entity ?? voice.speaker.name
    if (found.some(candidate => candidate.key === key)) continue
    const score =
      (voice.isPlural ? weights.spokeLast : 0) +
      weights.spoke -
      (sentence - heard.sentence) * weights.perSentence
    found.push({ key, voice, score })
  }
  return found
}
