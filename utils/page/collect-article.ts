import type { ArticleText } from '../model/article-text'
import { finish } from '../model/finish'
import { limits } from '../model/limits'
import type { Span } from '../model/span'
import { findByline } from './find-byline'
import { findStory } from './find-story'
import { createOutline } from './outline'
import { readJsonLd } from './read-json-ld'
import { onePage, type PageSight } from './shared-world'
import type { Work } from './slices'
import { stripOutlet } from './strip-outlet'
import { mapText, type TextMap } from './text-map'

/** An article as plain data, and what the reader's script needs to find its words on the page again. */
export interface CollectedArticle {
  article: ArticleText
  map: TextMap
  /** The element that holds the story; null where the page has no paragraphs. */
  story: Element | null
  /** The headline's place: one of `article.story`, where there is one. */
  headline: Span | null
}

/**
 * Reads the page as it is now, in one walk over its text; nothing is changed or copied.
 * Null where there is nothing to read: no body, or a body that is a frameset.
 * `address` is the page's own, as the browser has it.
 * @param sight which page of the document is meant, where it shows several
 */
export const collectArticle = (
  document: Document,
  address: string,
  sight?: PageSight,
): CollectedArticle | null => finish(collectInSteps(document, address, sight))

/** The same, step by step: see slices. `onTree` hears of each shadow tree before it is read. */
export function* collectInSteps(
  document: Document,
  address: string,
  { believe, isAddressShared, inView } = onePage,
  onTree?: (root: ShadowRoot) => void,
): Work<CollectedArticle | null> {
  // By the prototype: an image named "body" or "querySelector" would answer in the document's place.
  const find = (selector: string) => Document.prototype.querySelector.call(document, selector)
  const root = find('html')
  const body = find('html > body')
  if (!root || !body) return null

  const outline = createOutline()
  const map = yield* mapText(body, { ...outline.observer, ...(onTree && { tree: onTree }) })
  const story = yield* findStory(outline, inView)
  const stated = readJsonLd(root, text => believe('json-ld', text) !== '')
  const attribute = (selector: string, name: string) => find(selector)?.getAttribute(name)?.trim() ?? ''
  const meta = (name: string) => attribute(`meta[property="${name}" i], meta[name="${name}" i]`, 'content')

  const told = (name: string) => believe(name, meta(name))

  const outlet = meta('og:site_name') || stated.publisher || hostOf(address)
  const headline = story.headline ? tidy(map.text.slice(story.headline.start, story.headline.end)) : ''
  const article: ArticleText = {
    ...(isAddressShared && { isAddressShared: true as const }),
    addresses: listAddresses(
      address,
      [attribute('link[rel~="canonical" i]', 'href'), meta('og:url')],
      each => believe('canonical', each) !== '',
    ),
    title: chooseTitle(
      headline,
      [told('og:title'), stated.headline, believe('title', tidy(find('title')?.textContent ?? ''))],
      [outlet, stated.publisher, hostOf(address)],
    ),
    outlet: tidy(outlet),
    byline: findByline(inView ?? body, stated.authors, told),
    published: firstDate([
      stated.published,
      told('article:published_time'),
      told('datePublished'),
      attribute('[itemprop~="datePublished"]', 'datetime') ||
        attribute('[itemprop~="datePublished"]', 'content'),
      told('parsely-pub-date'),
      told('dc.date.issued') || told('dcterms.created') || told('date'),
      attribute('article time[datetime], main time[datetime], time[datetime]', 'datetime'),
    ]),
    modified: firstDate([
      stated.modified,
      told('article:modified_time'),
      told('og:updated_time'),
      attribute('[itemprop~="dateModified"]', 'datetime') ||
        attribute('[itemprop~="dateModified"]', 'content'),
    ]),
    language: tidy(
      attribute('html', 'lang') || stated.language || meta('og:locale').replace('_', '-') || meta('language'),
    ),
    text: map.text,
    story: story.spans,
  }
  return { article: keepWithin(article), map, story: story.element, headline: story.headline }
}

/** A page of more than the background takes (model/limits) is read up to there, and not refused. */
function keepWithin(article: ArticleText): ArticleText {
  return {
    ...article,
    addresses: article.addresses.filter(({ length }) => length <= limits.address).slice(0, limits.addresses),
    title: article.title.slice(0, limits.title),
    outlet: article.outlet.slice(0, limits.name),
    published: article.published?.slice(0, limits.token) ?? null,
    modified: article.modified?.slice(0, limits.token) ?? null,
    language: article.language.slice(0, limits.token),
    text: article.text.slice(0, limits.pageText),
    story: article.story.filter(({ end }) => end <= limits.pageText).slice(0, limits.storySpans),
  }
}

/**
 * The page's own address without a fragment that is none of its path, then those it states of itself. The site's first page is none of
 * an article's addresses: a common mistake, and one that would make all of a site's articles the same.
 */
function listAddresses(own: string, stated: string[], isBelieved: (address: string) => boolean): string[] {
  const list = [own, ...stated].flatMap((address, index) => {
    const url = address && URL.canParse(address, own) ? new URL(address, own) : null
    if (!url || !/^https?:$/.test(url.protocol)) return []
    if (index > 0 && (!isBelieved(url.href) || url.pathname + url.search === '/')) return []
    // A fragment is a place in the page, but for sites that keep their path in it.
    if (!/^#!?\//.test(url.hash)) url.hash = ''
    return [url.href]
  })
  return [...new Set(list)]
}

/** The headline the reader sees, where the page's titles bear it out; else the first title without the outlet. */
function chooseTitle(headline: string, titles: string[], outlets: string[]): string {
  const tidied = titles.map(tidy).filter(Boolean)
  if (headline && (tidied.length === 0 || tidied.some(title => fold(title).includes(fold(headline))))) {
    return headline
  }
  const [first = headline] = tidied
  return stripOutlet(first, outlets)
}

/** The first that is a date: pages state "yesterday" and "1558000000" too. As stated, in ISO 8601. */
function firstDate(dates: string[]): string | null {
  return dates.find(date => /^\d{4}-\d{2}(-\d{2}|$)/.test(date) && !Number.isNaN(Date.parse(date))) ?? null
}

const hostOf = (address: string) =>
  URL.canParse(address) ? new URL(address).hostname.replace(/^(www|m|amp)\./, '') : ''
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
