/** What a page's JSON-LD says of the article; '' where it says nothing. */
export interface StatedArticle {
  headline: string
  publisher: string
  /** Persons who wrote it, as they are written. */
  authors: string[]
  published: string
  modified: string
  language: string
}

/** Bounds of what is read: a page decides how much it states, and how deep. */
const most = { scripts: 20, characters: 300_000, objects: 2_000, authors: 20 } as const

const articleType = /article|posting|report|story|review/i

/** The first object of an article's type; a script that is no JSON is passed over. Source: schema.org/Article. */
export function readJsonLd(root: Element, isBelieved: (text: string) => boolean): StatedArticle {
  const scripts = [...root.querySelectorAll('script[type="application/ld+json" i]')].slice(0, most.scripts)
  const texts = scripts.map(({ textContent }) => textContent ?? '')
  const queue: unknown[] = texts.filter(isBelieved).map(parse)
  // The list grows while it is read: no recursion, as the page decides how deep its data is.
  for (let at = 0; at < queue.length && at < most.objects; at++) {
    const node = queue[at]
    if (typeof node !== 'object' || node === null) continue
    if (isRecord(node) && [node['@type']].flat().some(type => articleType.test(asText(type)))) {
      return {
        headline: asText(node.headline),
        publisher: nameOf(node.publisher),
        authors: [node.author].flat().slice(0, most.authors).filter(isPerson).map(nameOf),
        published: asText(node.datePublished),
        modified: asText(node.dateModified),
        language: nameOf(node.inLanguage),
      }
    }
    for (const value of Object.values(node).slice(0, most.objects)) queue.push(value)
  }
  return { headline: '', publisher: '', authors: [], published: '', modified: '', language: '' }
}

function parse(text: string): unknown {
  // Some sites wrap it in a comment, others leave raw line breaks in their strings.
  const bare = text.slice(0, most.characters).replace(/^\s*<!--|-->\s*$/g, '')
  try {
    return JSON.parse(bare.replace(/\s/g, ' '))
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** What says that it is a body and no person is nobody who says "I". */
const isPerson = (value: unknown): boolean =>
  !isRecord(value) || !/organi[sz]ation/i.test(String(value['@type']))
const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function nameOf(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value
  return isRecord(first) ? asText(first.name) || asText(first.alternateName) : asText(first)
}
