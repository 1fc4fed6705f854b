/** Items of a list two levels deep in a JSON file, as `JSON.stringify` with two spaces has them; '' for none. */
export const writeRows = (items: readonly object[]): string =>
  // A text in JSON has no line break of its own, so each that stands there is between fields.
  items.map(item => `    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`).join(',\n')

/**
 * A JSON file of some fields and of long lists after them, put together from rows that were written portion by portion
 * (`writeRows`; empty texts are left out): what `JSON.stringify` with two spaces gives, with one line break at the end,
 * and no text as long as the file.
 * @param toPart what a text is kept as: itself, or something that lies outside of the page's memory
 */
export function frameFile<Part>(
  head: object,
  lists: readonly (readonly [name: string, rows: readonly Part[]])[],
  toPart: (text: string) => Part,
): Part[] {
  const parts: Part[] = []
  let text = JSON.stringify(head, null, 2).slice(0, -2)
  const put = (rows: Part): void => {
    parts.push(toPart(text), rows)
    text = ''
  }
  for (const [name, all] of lists) {
    const rows = all.filter(part => part !== '')
    text += `,\n  ${JSON.stringify(name)}: [`
    for (const [index, part] of rows.entries()) {
      text += index === 0 ? '\n' : ',\n'
      put(part)
    }
    text += rows.length === 0 ? ']' : '\n  ]'
  }
  parts.push(toPart(`${text}\n}\n`))
  return parts
}
