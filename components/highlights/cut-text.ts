/** The first letters of a text, up to a word's end, with a sign that more follows; all of it where it is no longer. */
export function cutEnd(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.replace(/\s+\S*$/, '') || cut}…`
}

/** The last letters of a text, from a word's beginning, with a sign that more is before; all of it where it is no longer. */
export function cutStart(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(-length)
  return `…${cut.replace(/^\S*\s+/, '') || cut}`
}
