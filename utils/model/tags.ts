import { limits } from './limits'

/** A tag without the space around it, and with single spaces inside; '' is none. */
export const tidyTag = (tag: string): string => tag.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Under which a tag is one with another: letters of either case. */
export const tagKey = (tag: string): string => tidyTag(tag).toLowerCase()

export interface TagCount {
  tag: string
  /** How many highlights have it. */
  count: number
}

/** The tags that highlights have, as they were first written; the most frequent first. */
export function countTags(highlights: Iterable<{ tags: readonly string[] }>): TagCount[] {
  const byKey = new Map<string, TagCount>()
  for (const { tags } of highlights) {
    for (const tag of tags) {
      const key = tagKey(tag)
      const known = byKey.get(key)
      if (known) known.count += 1
      else byKey.set(key, { tag, count: 1 })
    }
  }
  return [...byKey.values()].toSorted((a, b) => b.count - a.count)
}

/** Tags as a highlight keeps them: tidied, in their order, each once. Null where one is too long, or there are too many. */
export function tidyTags(tags: readonly string[]): string[] | null {
  const byKey = new Map<string, string>()
  for (const tag of tags.map(tidyTag)) if (tag !== '' && !byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag)
  const tidied = [...byKey.values()]
  return tidied.length <= limits.tags && tidied.every(({ length }) => length <= limits.tag) ? tidied : null
}
