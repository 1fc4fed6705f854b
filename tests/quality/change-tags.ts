import { elementsAndText } from '../../utils/page/walk-text'
import { type Random, upTo } from '../support/create-random'

const become: Record<string, string> = {
  p: 'div',
  strong: 'span',
  b: 'span',
  em: 'i',
  a: 'span',
  h2: 'p',
  h3: 'p',
  li: 'p',
  ul: 'div',
}

/** Other tags around the same words, as when a site is made anew: some paragraphs are lines of one, words are wrapped in new elements. */
export function changeTags(document: Document, random: Random): void {
  for (const element of [...document.body.querySelectorAll(Object.keys(become).join(','))]) {
    const isLine = element.localName === 'p' && random() < 0.2
    const other = document.createElement(isLine ? 'span' : (become[element.localName] ?? 'div'))
    other.append(...element.childNodes)
    element.replaceWith(other)
    if (isLine) other.after(document.createElement('br'))
  }
  const walker = document.createTreeWalker(document.body, elementsAndText & 4)
  const long: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if ((node as Text).data.length > 80) long.push(node as Text)
  for (const node of long) {
    if (random() < 0.5) continue
    const rest = node.splitText(upTo(random, 60))
    const wrapped = document.createElement('span')
    rest.splitText(1 + upTo(random, 12))
    rest.replaceWith(wrapped)
    wrapped.append(rest)
  }
}
