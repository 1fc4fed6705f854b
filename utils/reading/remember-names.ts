import type { Span } from '../model/span'
import { describeRole, isBodyName, type RoleWords } from './describe-role'
import { findAppositions } from './find-appositions'
import { type FoundName, findNames } from './find-names'
import { foldOutlet, type OutletNames } from './name-outlets'
import { type Gender, genderOf, readNoun } from './speaker-words'

/** Somebody or something that an article names. */
export interface NamedEntity {
  /** The fullest name in the article. */
  name: string
  kind: 'person' | 'body' | 'outlet'
  gender: Gender | null
  /** Of persons; '' where the article does not say. */
  role: string
  affiliation: string
  /** What it is called by, in the singular: "spokesman", "agency". */
  nouns: Set<string>
  mentions: Mention[]
}

export interface Mention {
  span: Span
  /** With the offices before the name. */
  wholeSpan: Span
  sentence: number
  /** The first name in its sentence: most often what the sentence is about. */
  isFirst: boolean
  isQuoted: boolean
}

export interface Memory {
  /** In the order of their first mention. */
  entities: NamedEntity[]
  /** In the order of the text. */
  mentions: { mention: Mention; entity: NamedEntity }[]
}

/** Places that act: "China denied …"; names that begin so are places too. */
const place =
  /^(?:(?:New|North|South|East|West|United|San|Los|Saint|Hong|Saudi|Great) \p{Lu}|(?:America|Britain|China|Russia|Germany|France|Italy|Spain|Poland|Turkey|Iran|Iraq|Israel|India|Japan|Korea|Mexico|Brazil|Canada|Australia|Ukraine|Egypt|Morocco|Hungary|Greece|Sweden|Norway|Finland|Denmark|Austria|Switzerland|Pakistan|Afghanistan|Syria|Washington|Moscow|Beijing|London|Berlin|Paris|Brussels|Europe|Jerusalem|Ankara|Kyiv|Tehran|Madrid|Rome)$)/u
/** Bodies that nothing in their names tells. */
const wellKnownBody =
  /^(?:Apple|Google|Facebook|Meta|Microsoft|Twitter|Amazon|WhatsApp|Samsung|BlackBerry|Huawei|WikiLeaks|Verizon|AT&T|T-Mobile|Signal|Telegram|Democrats|Republicans|Lookout|iVerify|Citizen Lab|Amnesty|Amnesty International|Human Rights Watch|Scotland Yard|Downing Street|Capitol Hill|Islamic State|Hezbollah|Hamas)$/

/** All names of an article, each with what the article says of it; short names go with the full ones. */
export function rememberNames(
  text: string,
  sentences: readonly Span[],
  outlets: OutletNames,
  isQuoted: (span: Span) => boolean,
): Memory {
  const small = new Set(text.match(/(?<![\p{L}.])\p{Ll}+/gu))
  const memory: Memory = { entities: [], mentions: [] }
  const short: { found: FoundName; mention: Mention }[] = []
  for (const [sentence, span] of sentences.entries()) {
    for (const [index, found] of findNames(text, span, word => small.has(word.toLowerCase())).entries()) {
      const { span: place, wholeSpan } = found
      const mention = { span: place, wholeSpan, sentence, isFirst: index === 0, isQuoted: isQuoted(place) }
      const isFull = found.name.includes(' ') || outlets.find(found.name) !== null || isBodyName(found.name)
      if (isFull) learn(text, span, memory, entityFor(memory, found, outlets), found, mention)
      else short.push({ found, mention })
    }
  }
  // Headlines have the short name before the text has the full one.
  for (const { found, mention } of short) {
    const sentence = sentences[mention.sentence] ?? mention.span
    learn(text, sentence, memory, entityFor(memory, found, outlets, mention), found, mention)
  }
  memory.mentions.sort((a, b) => a.mention.span.start - b.mention.span.start)
  for (const { mentions } of memory.entities) mentions.sort((a, b) => a.span.start - b.span.start)
  return memory
}

function entityFor(memory: Memory, found: FoundName, outlets: OutletNames, at?: Mention): NamedEntity {
  const outlet = found.office || found.address ? null : outlets.find(found.name)
  const name = outlet ?? found.name
  const known = findKnown(memory, name, found, at)
  if (known) return known
  const kind = outlet ? 'outlet' : kindByLook(found)
  const entity: NamedEntity = { name, kind, gender: null, role: '', affiliation: '', nouns: new Set(), mentions: [] }
  memory.entities.push(entity)
  return entity
}

function kindByLook({ name, office, address }: FoundName): NamedEntity['kind'] {
  if (office || address) return 'person'
  return isBodyName(name) || place.test(name) || wellKnownBody.test(name) ? 'body' : 'person'
}

/** The same name, the body that the capitals stand for, or whom the last word names; of several the one named last. */
function findKnown({ entities }: Memory, name: string, found: FoundName, at?: Mention): NamedEntity | null {
  const folded = foldOutlet(name)
  const same = entities.find(entity => foldOutlet(entity.name) === folded)
  if (same) return same
  if (/^\p{Lu}{2,6}$/u.test(name)) {
    const long = entities.find(entity => entity.kind !== 'person' && initialsOf(entity.name) === name)
    if (long) return long
  }
  const ending = entities.filter(
    entity =>
      foldOutlet(entity.name).endsWith(` ${folded}`) &&
      // "Post" for "Northcoast Post", never "Office" for "Signals Office".
      (entity.kind === 'person' || entity.kind === 'outlet') &&
      fits(entity, found),
  )
  if (ending.length < 2 || !at) return ending.at(-1) ?? null
  const before = (entity: NamedEntity): number =>
    entity.mentions.findLast(({ span }) => span.start < at.span.start)?.span.start ?? -1
  return ending.reduce((best, entity) => (before(entity) > before(best) ? entity : best))
}

const fits = ({ gender }: NamedEntity, { address }: FoundName): boolean => {
  const said = genderOf(address)
  return said === null || gender === null || said === gender
}

const initialsOf = (name: string): string => (name.match(/\b\p{Lu}/gu) ?? []).join('')

/** Takes in what stands beside a name: its offices, what follows and what goes before in apposition. */
function learn(text: string, sentence: Span, memory: Memory, entity: NamedEntity, found: FoundName, mention: Mention): void {
  entity.mentions.push(mention)
  memory.mentions.push({ mention, entity })
  const { phrases, of } = findAppositions(text, sentence, found.wholeSpan)
  const roles = [found.office, ...phrases].flatMap(phrase => describeRole(phrase) ?? [])
  const bodies = phrases.some(phrase => isAboutBody(phrase))
  if (roles.length === 0 && bodies && entity.kind === 'person' && !entity.role) entity.kind = 'body'
  if (entity.kind !== 'person') {
    for (const phrase of phrases) for (const noun of nounsOf(phrase)) entity.nouns.add(noun)
    return
  }
  entity.gender ??= genderOf(`${found.address} `) ?? genderOf(found.name)
  for (const role of roles) takeRole(entity, role)
  if (!entity.affiliation && of) entity.affiliation = of
}

function takeRole(entity: NamedEntity, { role, noun, affiliation }: RoleWords): void {
  entity.nouns.add(noun)
  entity.gender ??= genderOf(noun)
  if (!entity.role) entity.role = role
  entity.affiliation ||= affiliation
}

const nounsOf = (phrase: string): string[] => phrase.split(/[\s,]+/).flatMap(word => readNoun(word)?.noun ?? [])

/** "the company behind the app": its first noun is for bodies. */
function isAboutBody(phrase: string): boolean {
  const first = phrase.split(/[\s,]+/).flatMap(word => readNoun(word) ?? [])[0]
  return first?.kind === 'body'
}
