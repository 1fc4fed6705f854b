/** Bounds of what is looked at: a page decides how much it states, and how long its lines are. */
const most = { elements: 40, line: 400, lines: 12 } as const

/** Where pages show it, the surest first: what says so itself, then what is called so. Teasers of others have some too. */
const shown = ['[itemprop~="author"]', '[rel~="author"]', '[class*="byline" i]']
const aside = 'aside, nav, footer, [role="complementary"], [role="navigation"]'

// By the prototype: a form's field may be called "querySelectorAll".
const findAll = (element: Element, selector: string): Element[] => [
  ...Element.prototype.querySelectorAll.call(element, selector),
]

/**
 * The lines in which the page says who wrote the article, the surest first: those of its head, then those that are shown in
 * `scope` and stand beside no other article. Whether they name anybody is not looked at here (reading/read-byline).
 * @param stated the persons that the page's JSON-LD has as authors
 * @param told what the head's meta elements say, by name; '' where there is none
 */
export function findByline(
  scope: Element,
  stated: readonly string[],
  told: (name: string) => string,
): string {
  const elements = shown.flatMap(selector => findAll(scope, selector).slice(0, most.elements))
  const lines = elements.map(element =>
    Element.prototype.closest.call(element, aside) ? '' : readLine(element),
  )
  return [stated.join(' and '), told('author'), told('parsely-author'), ...lines]
    .map(line => line.slice(0, most.line).replace(/\s+/g, ' ').trim())
    .filter((line, index, all) => line && all.indexOf(line) === index)
    .slice(0, most.lines)
    .join('\n')
}

/** What an element says: its content where that is not shown, or the name inside; '' where it has more than a line. */
function readLine(element: Element): string {
  const content = Element.prototype.getAttribute.call(element, 'content')
  const [name = element] = findAll(element, '[itemprop~="name"], [rel~="author"]')
  const text: unknown = content || name.textContent
  // What is called a byline may hold the whole page; what is text may be a form's field of that name.
  return typeof text === 'string' && text.length <= most.line ? text : ''
}
