const longestName = 80
const mostNames = 6

const opening = /^(?:(?:written|reported|words|story|text) )?by[:\s]\s*/i
/** Offices and desks, which write "we". */
const nobody =
  /^(?:admin\w*|anonymous|guest|newsroom|(?:.* )?(?:staff|desk|editors?|editorial|team|correspondents?|reporters?|writers?|agencies))$/i
const isName = /^\p{L}[\p{L}\p{M}.'’ -]*$/u
/** Lines that are only called bylines say dates and readings times too: names are a few words with capitals. */
const hasCapitals = /^\p{Lu}\S*(?: (?:\p{Lu}\S*|d[aei]|del|la|van|von|der|de|bin|al))*$/u

/**
 * Who wrote an article, by the lines that say so (`ArticleText.byline`): the names of the first that has any, joined by
 * commas; '' where none has. "By Ana Person and Bo Other, Arven Post | 3 May" has two: an address, a date, a handle, an
 * outlet after a comma and an office are none.
 */
export function readByline(lines: string): string {
  for (const line of lines.split('\n')) {
    const names = readNames(line)
    if (names.length > 0) return names.slice(0, mostNames).join(', ')
  }
  return ''
}

function readNames(line: string): string[] {
  const [names = ''] = line.replace(opening, '').split(/[|•·–—(<]| - | (?:for|in|at|of) /i)
  const parts = names.split(/;|&| and /i)
  // Between commas stand names only in a list of them: "Ana Person, Arven Post" is one.
  const list = parts.length > 1 ? parts.flatMap(part => part.split(',')) : names.split(',').slice(0, 1)
  const found = list
    .map(name => name.trim())
    .filter(
      name => name.length <= longestName && isName.test(name) && hasCapitals.test(name) && !nobody.test(name),
    )
  return [...new Set(found)]
}
