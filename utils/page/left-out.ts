/**
 * What stands among a story's paragraphs without being part of it. By tag and role, then by the words of class and
 * id: outlets name these boxes for themselves, and much alike.
 */

const tags: ReadonlySet<string> = new Set('nav aside footer button figcaption dialog menu'.split(' '))
const roles: ReadonlySet<string> = new Set(
  'navigation complementary contentinfo banner search dialog alertdialog menu menubar toolbar tablist'.split(
    ' ',
  ),
)

/** Whole words of a class name or id, which are written-like-this, like_this or likeThis. */
const words: ReadonlySet<string> = new Set(
  (
    'ad ads adv advert advertisement advertising sponsor sponsored promo promotion promoted teaser teasers ' +
    'comment comments disqus respond discussion ' +
    'related recommended recommendation recommendations recirc readmore popular trending mostread outbrain taboola ' +
    'share sharing sharebar social follow newsletter subscribe subscription signup donate donation ' +
    'breadcrumb breadcrumbs menu nav navbar navigation toolbar pagination pager ' +
    'sidebar rail widget widgets footer cookie cookies consent gdpr banner popup modal overlay tooltip ' +
    'caption captions credit credits copyright ' +
    'byline dateline timestamp authors bio tags taglist topics keywords print hidden'
  ).split(' '),
)
/** Two words that mean something together. */
const pairs: readonly RegExp[] = [
  /\b(read|see|more|also|next|up) (more|also|next|on|from|stories|articles|news|links)\b/,
  /\b(most|top) (read|viewed|popular|stories|shared|commented)\b/,
  /\b(author|article|post|entry) (info|bio|box|meta|footer|tags|tools|actions|author|date)\b/,
  /\b(sign|log) (up|in)\b/,
  /\b(skip|jump) (link|to)\b/,
  /\b(screen|sr) (reader|only)\b/,
]

/** Some outlets wrap the whole page in a form: trusted as little as a name. */
const weakTags: ReadonlySet<string> = new Set(['form', 'fieldset'])

/** Why an element is no part of a story: what it is (`tag`), or only what it is called (`name`); else null. */
export function leftOutBy(element: Element): 'tag' | 'name' | null {
  if (tags.has(element.localName) || roles.has(attribute(element, 'role'))) return 'tag'
  if (element.localName === 'header' && !isInArticle(element)) return 'tag'
  if (weakTags.has(element.localName)) return 'name'
  const named = `${attribute(element, 'class')} ${attribute(element, 'id')}`
  if (named.length === 1) return null
  const list = named
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  if (list.some(word => words.has(word))) return 'name'
  const joined = list.join(' ')
  return pairs.some(pair => pair.test(joined)) ? 'name' : null
}

/** A page's header, and not an article's own. */
function isInArticle(element: Element): boolean {
  return Element.prototype.closest.call(element, 'article, main, [itemprop="articleBody"]') !== null
}

/** By the prototype: a form's field may be called "getAttribute". */
const attribute = (element: Element, name: string) => Element.prototype.getAttribute.call(element, name) ?? ''

const storyName =
  /(^|[\s_-])(article|story|post|entry|news)[_-]{0,2}(body|content|text|copy)([\s_-]|$)|articleBody|storyBody/i

/** What an element says of itself: that it holds an article, or an article's text. */
export function namedAs(element: Element): 'article' | 'text' | null {
  if (attribute(element, 'itemprop').includes('articleBody')) return 'text'
  if (storyName.test(attribute(element, 'class')) || storyName.test(attribute(element, 'id'))) return 'text'
  return element.localName === 'article' ? 'article' : null
}
