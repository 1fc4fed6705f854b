import type { FoundName } from './find-names'
import { initialsOf, kindByLook } from './name-looks'
import { foldOutlet, type OutletNames } from './name-outlets'
import type { Mention, NamedEntity } from './named-entity'
import { genderOf } from './speaker-words'

interface NameIndex {
  /** In the order of their first mention. */
  entities: NamedEntity[]
  /**
   * The entity of a name, made where it is new: the one that is called so, the body that the capitals stand for, or
   * whom the last word names. Of several with that last word the one that was named last before `at`.
   */
  take(found: FoundName, at: Mention | null): NamedEntity
  /** Somebody whose full name stands in a run of capitals. */
  findInside(found: FoundName): { entity: NamedEntity; found: FoundName } | null
}

export function createIndex(outlets: OutletNames): NameIndex {
  const entities: NamedEntity[] = []
  const byName = new Map<string, NamedEntity>()
  const byInitials = new Map<string, NamedEntity>()
  const byLastWord = new Map<string, NamedEntity[]>()

  function add(name: string, kind: NamedEntity['kind']): NamedEntity {
    const entity: NamedEntity = {
      name,
      kind,
      gender: null,
      role: '',
      affiliation: '',
      nouns: new Set(),
      mentions: [],
    }
    const folded = foldOutlet(name)
    entities.push(entity)
    byName.set(folded, entity)
    const initials = initialsOf(name)
    if (kind !== 'person' && initials.length > 1 && !byInitials.has(initials))
      byInitials.set(initials, entity)
    const last = folded.split(' ').at(-1) ?? ''
    // "the Wire" for "Northcoast Wire", never "the Office" for "Signals Office".
    if (kind !== 'body') byLastWord.set(last, [...(byLastWord.get(last) ?? []), entity])
    return entity
  }

  return {
    entities,
    take(found, at) {
      const outlet = found.office || found.address ? null : outlets.find(found.name)
      const name = outlet ?? found.name
      const folded = foldOutlet(name)
      const short = name.includes(' ') ? undefined : byInitials.get(name)
      const known = byName.get(folded) ?? short ?? nearest(byLastWord.get(folded) ?? [], found, at)
      return known ?? add(name, outlet ? 'outlet' : kindByLook(found))
    },
    findInside(found) {
      const words = found.name.split(' ')
      for (const [index] of words.entries()) {
        for (const length of [3, 2]) {
          const name = words.slice(index, index + length).join(' ')
          const entity = byName.get(foldOutlet(name))
          if (!entity || name.split(' ').length < length) continue
          const start = found.span.start + found.name.indexOf(name)
          const span = { start, end: start + name.length }
          return { entity, found: { ...found, name, span, wholeSpan: span } }
        }
      }
      return null
    },
  }
}

/** Whom a last name means: who fits in gender and was named last. */
function nearest(
  entities: readonly NamedEntity[],
  { address }: FoundName,
  at: Mention | null,
): NamedEntity | undefined {
  const said = genderOf(`${address} `)
  const fitting = entities.filter(({ gender }) => said === null || gender === null || said === gender)
  if (!at || fitting.length < 2) return fitting.at(-1)
  const before = ({ mentions }: NamedEntity): number =>
    mentions.findLast(({ span }) => span.start < at.span.start)?.span.start ?? -1
  return fitting.reduce((best, entity) => (before(entity) > before(best) ? entity : best))
}
