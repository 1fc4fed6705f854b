const tail = /^(.*\S)\s+[|–—·•:»«-]+\s+(\S.*)$/
const head = /^(\S.*?)\s+[|–—·•:»«-]+\s+(\S.*)$/
/** An outlet's name in a title has few words; a longer part that holds it is a headline that speaks of it. */
const nameWords = 5

/**
 * A title without the outlet's name at its end or its start: "Line was safe, says minister - The Arven Post".
 * Anything else stays: half a headline is worse than a name too many.
 */
export function stripOutlet(title: string, outlets: readonly string[]): string {
  const names = outlets.map(fold).filter(name => name.length > 1)
  const isOutlet = (part: string) => {
    const folded = fold(part)
    if (folded.length < 2 || part.split(/\s+/).length > nameWords) return false
    return names.some(name => name.includes(folded) || folded.includes(name))
  }
  const [, before, last] = tail.exec(title) ?? []
  if (before && last && isOutlet(last)) return before
  const [, first, after] = head.exec(title) ?? []
  return first && after && isOutlet(first) ? after : title
}

/** Lower case, without spaces, "the" and an ending such as ".com": outlets write their own names in many ways. */
const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/\.(com|org|net|co|news|tv)\b.*$/, '')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
