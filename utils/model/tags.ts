import { limits } from './limits'

/** A tag without the space around it, and with single spaces inside; '' is none. */
export const tidyTag = (tag: string): string => tag.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Under which a tag is one with another: letters of either case. */
export const tagKey = (tag: string): string => tidyTag(tag).toLowerCase()

/** Tags as a highlight keeps them: tidied, in their order, each once. Null where one is too long, or there are too many. */
export function tidyTags(tags: readonly string[]): string[] | null {
  const byKey = new Map<string, string>()
  for (const tag of tags.map(tidyTag)) if (tag !== '' && !byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag)
  const tidied = [...byKey.values()]
  return tidied.length <= limits.tags && tidied.every(({ length }) => length <= limits.tag) ? tidied : null
}
