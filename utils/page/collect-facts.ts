import type { PageFacts } from '../model/page-facts'
import { findStoryInView } from './find-story-in-view'
import { createBelief, createMemory, isShared, type PageMemory } from './page-memory'

/** How much of a page is looked at: the gate runs on every page, so its work must not grow with the page. */
const most = {
  paragraphs: 400,
  /** Characters: of paragraphs kept, of one paragraph, of a headline or description, of one JSON-LD script. */
  story: 4_000,
  paragraph: 1_200,
  line: 400,
  jsonLd: 300_000,
  jsonLdScripts: 20,
  jsonLdObjects: 500,
  /** Ancestors of a paragraph that are asked whether they are navigation. */
  ancestors: 24,
}
const longParagraph = 80
/** Shorter ones are captions, dates and buttons. */
const storyParagraph = 40

const asideTag = /^(NAV|ASIDE|FOOTER|HEADER|FORM|FIGURE|BUTTON|A|LI|DIALOG)$/
const asideName =
  /(^|[\s_-])(comments?|related|recommend\w*|promo\w*|newsletter|cookie\w*|consent|footer|sidebar|nav)($|[\s_-])/i

/**
 * Plain facts of a page for the gate: what it says of itself, its headline and the first paragraphs of its story; of
 * several stories, the one in view. Never throws, and reads a bounded part of the page. Pictures, PDFs and pages that
 * are being edited give empty facts.
 * @param memory of what the document stated of earlier pages: that is passed over
 */
export function collectFacts(document: Document, address: string, memory = createMemory()): PageFacts {
  try {
    if (!/html/.test(document.contentType) || isEdited(document)) return emptyFacts(address)
    return collect(document, address, memory)
  } catch {
    // A page can put its own elements in the place of the document's methods (<img name="querySelector">).
    return emptyFacts(address)
  }
}

function collect(document: Document, address: string, memory: PageMemory): PageFacts {
  const believe = createBelief(memory, address)
  const attribute = (selector: string, name: string) =>
    tidy(document.querySelector(selector)?.getAttribute(name))
  const meta = (name: string) => attribute(`meta[property="${name}" i],meta[name="${name}" i]`, 'content')
  const told = (name: string) => believe(name, meta(name))
  const stated = listStated([attribute('link[rel~="canonical" i]', 'href'), meta('og:url')], address)
  const jsonLd = readJsonLd(document, text => believe('json-ld', text) !== '')
  const inView = findStoryInView(document.documentElement)
  const story = readStory(inView ?? document)
  return {
    address,
    isAddressShared: isShared(memory, address),
    statedAddresses: stated.filter(each => believe('canonical', each) && each !== address),
    title: told('og:title') || believe('title', tidy(document.title)),
    description: told('og:description') || told('description'),
    ogType: meta('og:type').toLowerCase(),
    jsonLdTypes: jsonLd.types,
    jsonLdHeadlines: jsonLd.headlines,
    headline: tidy((inView ?? document).querySelector('h1')?.textContent),
    ...story,
    articleElements: document.getElementsByTagName('article').length,
    links: document.links.length,
    hasByline:
      jsonLd.hasAuthor ||
      document.querySelector(
        'meta[name="author" i],meta[property="article:author"],[rel~="author"],[itemprop~="author"],[class*="byline" i]',
      ) !== null,
    published:
      told('article:published_time') ||
      jsonLd.published ||
      attribute('[itemprop~="datePublished"]', 'content') ||
      attribute('time[datetime]', 'datetime') ||
      null,
    language: tidy(document.documentElement.lang),
  }
}

type Story = Pick<PageFacts, 'paragraphs' | 'longParagraphs'>

/** The first paragraphs that stand in the flow of the page, and how many long ones there are. */
function readStory(root: Document | Element): Story {
  const story = readParagraphs(root.getElementsByTagName('p'))
  // Some large sites write their stories in <div class="…paragraph">.
  if (story.paragraphs.length > 0) return story
  return readParagraphs(root.querySelectorAll('div[class*="paragraph" i]'))
}

function readParagraphs(candidates: ArrayLike<Element>): Story {
  const paragraphs: string[] = []
  const asides = new Map<Element | null, boolean>()
  let kept = 0
  let longParagraphs = 0
  for (let i = 0; i < Math.min(candidates.length, most.paragraphs); i++) {
    const candidate = candidates[i]
    const parent = candidate?.parentElement ?? null
    const isAside = asides.get(parent) ?? standsAside(parent)
    asides.set(parent, isAside)
    if (isAside) continue
    const text = tidy(candidate?.textContent, most.paragraph)
    if (text.length > longParagraph) longParagraphs++
    if (text.length < storyParagraph || kept + text.length > most.story) continue
    paragraphs.push(text)
    kept += text.length
  }
  return { paragraphs, longParagraphs }
}

function standsAside(start: Element | null): boolean {
  let element = start
  for (let i = 0; element && i < most.ancestors; i++, element = element.parentElement) {
    // A wrapper of the whole page may be called "has-sidebar": the body and its like are not asked.
    if (/^(BODY|MAIN|ARTICLE)$/.test(element.tagName)) return false
    if (asideTag.test(element.tagName)) return true
    if (asideName.test(`${element.id} ${element.getAttribute('class') ?? ''}`)) return true
  }
  return false
}

interface JsonLd {
  types: string[]
  headlines: string[]
  published: string
  hasAuthor: boolean
}

/** Types, headlines, date and author of all objects in the page's JSON-LD; scripts that cannot be read are passed over. */
function readJsonLd(document: Document, isBelieved: (text: string) => boolean): JsonLd {
  const found: JsonLd = { types: [], headlines: [], published: '', hasAuthor: false }
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')]
  const texts = scripts.slice(0, most.jsonLdScripts).map(({ textContent }) => textContent ?? '')
  const queue: unknown[] = texts.filter(isBelieved).map(parse)
  // Grows while it is read; a list and a count instead of recursion, as nesting is the page's choice.
  for (let i = 0; i < Math.min(queue.length, most.jsonLdObjects); i++) {
    const node = queue[i]
    if (typeof node !== 'object' || node === null) continue
    const values = Object.entries(node)
    queue.push(...values.slice(0, most.jsonLdObjects).map(([, value]) => value))
    for (const [key, value] of values) {
      if (key === '@type')
        found.types.push(
          ...[value]
            .flat()
            .map(type => tidy(type))
            .filter(Boolean),
        )
      if (key === 'headline' && tidy(value)) found.headlines.push(tidy(value))
      if (key === 'datePublished') found.published ||= tidy(value)
      if (key === 'author') found.hasAuthor = true
    }
  }
  return found
}

function parse(text: string): unknown {
  // Some sites wrap it in an HTML comment, others leave raw line ends in their strings.
  const bare = text.slice(0, most.jsonLd).replace(/^\s*<!--|-->\s*$/g, '')
  try {
    return JSON.parse(bare.replace(/\s/g, ' '))
  } catch {
    return null
  }
}

/** Absolute addresses, without the site's first page: that is a mistake many make in `og:url`, on every page. */
function listStated(addresses: string[], own: string): string[] {
  const absolute = addresses.filter(Boolean).flatMap(address => {
    const url = URL.canParse(address, own) ? new URL(address, own) : null
    return url && /^https?:$/.test(url.protocol) && url.pathname + url.search !== '/' ? [url.href] : []
  })
  return [...new Set(absolute)]
}

const isEdited = (document: Document): boolean =>
  document.designMode === 'on' || document.querySelector('body')?.getAttribute('contenteditable') === 'true'

/** One line of text: white space folded, bounded. Anything but a string gives ''. */
const tidy = (value: unknown, length = most.line): string =>
  typeof value === 'string'
    ? value
        .slice(0, 4 * length)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, length)
    : ''

/** Those of a page without anything in it. Made by the prototype's own parser: the document's methods are the page's to bend. */
const emptyFacts = (address: string): PageFacts =>
  collect(new DOMParser().parseFromString('', 'text/html'), address, createMemory())
