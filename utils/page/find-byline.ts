import { limits } from '../model/limits'

/** Bounds of what is looked at: a page decides how much it states, and how long its lines are. */
const most = { elements: 40, line: 400, name: 80, names: 6 } as const

const metas = ['author', 'parsely-author', 'sailthru.author', 'dc.creator', 'article:author']
const called = '[class*="byline" i]'
/** Where pages show it, the surest first: what says so itself, then what is called so. */
const shown = ['[itemprop~="author"]', '[rel~="author"]', called]
/** Teasers of other articles have bylines too. */
const aside = 'aside, nav, footer, [role="complementary"], [role="navigation"]'

// By the prototype: a form's field may be called "querySelectorAll".
const findAll = (element: Element, selector: string): Element[] => [
  ...Element.prototype.querySelectorAll.call(element, selector),
]

/**
 * Who wrote the article, as the page says: names, joined by commas; '' where it names nobody. What the head states comes
 * first, then what is shown in `scope`: the first of its bylines that stands beside no other article.
 * @param stated the persons that the page's JSON-LD has as authors
 * @param told what the head's meta elements say, by name; '' where there is none
 */
export function findByline(
  scope: Element,
  stated: readonly string[],
  told: (name: string) => string,
): string {
  for (const lines of [stated, ...metas.map(name => [told(name)])]) {
    const byline = join(lines.flatMap(readNames))
    if (byline) return byline
  }
  for (const selector of shown) {
    for (const element of findAll(scope, selector).slice(0, most.elements)) {
      if (Element.prototype.closest.call(element, aside)) continue
      const byline = join(readNames(readLine(element, selector === called)))
      if (byline) return byline
    }
  }
  return ''
}

/** What an element says: its content where that is not shown, or the name inside; '' where it has more than a line. */
function readLine(element: Element, isCalledSo: boolean): string {
  const content = Element.prototype.getAttribute.call(element, 'content')
  if (content) return content
  const [name] = findAll(element, '[itemprop~="name"], [rel~="author"]')
  const text: unknown = (name ?? element).textContent
  // What is called a byline may hold the whole page; what is text may be a form's field of that name.
  if (typeof text !== 'string' || text.length > most.line) return ''
  return !isCalledSo || name || opening.test(text.trim()) ? text : ''
}

const opening = /^(?:(?:written|reported|words|story|text) )?by[:\s]\s*/i
const nobody =
  /^(?:admin\w*|anonymous|guest|newsroom|(?:.* )?(?:staff|desk|editors?|editorial|team|correspondents?|reporters?|writers?|agencies))$/i

/** "By Ana Person and Bo Other, Arven Post | 3 May": the names. An address, a date, a handle or an office is none. */
function readNames(line: string): string[] {
  const [names = ''] = line
    .slice(0, most.line)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(opening, '')
    .split(/[|•·–—(<]| - | (?:for|in|at|of) /i)
  const list = names.split(/;|&| and /i).flatMap((part, _, all) => {
    const parts = part.split(',')
    // Between commas stand names only in a list of them: "Ana Person, Arven Post" is one.
    return all.length > 1 ? parts : parts.slice(0, 1)
  })
  return list
    .map(name => name.trim())
    .filter(name => name.length <= most.name && /^\p{L}[\p{L}\p{M}.'’ -]*$/u.test(name) && !nobody.test(name))
}

const join = (names: readonly string[]): string =>
  [...new Set(names)].slice(0, most.names).join(', ').slice(0, limits.name)
