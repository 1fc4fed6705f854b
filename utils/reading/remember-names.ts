import type { Span } from '../model/span'
import { describeRole } from './describe-role'
import { type Appositions, findAppositions } from './find-appositions'
import { type FoundName, findNames } from './find-names'
import { createIndex } from './name-index'
import { isBodyName } from './name-looks'
import type { OutletNames } from './name-outlets'
import type { Memory, Mention, NamedEntity } from './named-entity'
import { mainNoun } from './read-source'
import { genderOf } from './speaker-words'

/** More words than names of people have: a headline that writes every word with a capital. */
const longestName = 4

/** In UTF-16 units: a name that a sentence begins with has hardly more before it than "On Tuesday". */
const nearBeginning = 15

/** All names of an article, each with what the article says of it; short names go with the full ones. */
export function rememberNames(
  text: string,
  sentences: readonly Span[],
  outlets: OutletNames,
  isQuoted: (at: number) => boolean,
): Memory {
  const small = new Set(text.match(/(?<![\p{L}.])\p{Ll}+/gu))
  const index = createIndex(outlets)
  const memory: Memory = { entities: index.entities, mentions: [] }
  const learnAt = (entity: NamedEntity, found: FoundName, mention: Mention): void => {
    entity.mentions.push(mention)
    memory.mentions.push({ mention, entity })
    learn(entity, found, findAppositions(text, sentences[mention.sentence] ?? mention.span, found.wholeSpan))
  }
  const later: { found: FoundName; mention: Mention }[] = []
  for (const [sentence, within] of sentences.entries()) {
    for (const [at, found] of findNames(text, within, word => small.has(word.toLowerCase())).entries()) {
      const { span, wholeSpan, name, office, address } = found
      const hasOffice = office !== '' || address !== ''
      const mention = {
        span,
        wholeSpan,
        sentence,
        isFirst: at === 0 && wholeSpan.start - within.start <= nearBeginning,
        isQuoted: isQuoted(span.start),
        hasOffice,
      }
      const words = name.split(' ').length
      const isFull = (words > 1 && words <= longestName) || outlets.find(name) !== null || isBodyName(name)
      if (isFull) learnAt(index.take(found, null), found, mention)
      else later.push({ found, mention })
    }
  }
  // A short name may stand before the full one, in the headline say.
  for (const { found, mention } of later) {
    const long = found.name.split(' ').length > longestName ? index.findInside(found) : null
    if (long)
      learnAt(long.entity, long.found, { ...mention, span: long.found.span, wholeSpan: long.found.span })
    else if (!found.name.includes(' ')) learnAt(index.take(found, mention), found, mention)
  }
  memory.mentions.sort((a, b) => a.mention.span.start - b.mention.span.start)
  for (const { mentions } of memory.entities) mentions.sort((a, b) => a.span.start - b.span.start)
  return memory
}

/** Takes in what stands beside a name: its offices, what follows and what goes before in apposition. */
function learn(entity: NamedEntity, found: FoundName, { phrases, of }: Appositions): void {
  const roles = [found.office, ...phrases].flatMap(phrase => describeRole(phrase) ?? [])
  const nouns = phrases.flatMap(phrase => (describeRole(phrase) ? [] : (mainNoun(phrase) ?? [])))
  const isCalledBody = roles.length === 0 && nouns.some(({ kind }) => kind === 'body')
  if (isCalledBody && entity.kind === 'person' && !entity.role && !found.address) entity.kind = 'body'
  if (entity.kind !== 'person') {
    for (const { noun } of nouns) entity.nouns.add(noun)
    return
  }
  entity.gender ??= genderOf(`${found.address} `) ?? genderOf(found.name)
  for (const { role, noun, affiliation } of roles) {
    entity.nouns.add(noun)
    entity.gender ??= genderOf(noun)
    entity.role ||= role
    entity.affiliation ||= affiliation
  }
  entity.affiliation ||= of
}
