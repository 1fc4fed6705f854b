import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTextMap, type TextMap } from '../../../utils/page/text-map'

const load = (html: string): HTMLElement => {
  document.body.innerHTML = html
  return document.body
}
const find = (selector: string) => document.querySelector(selector) as HTMLElement
const attach = (host: Element, html: string, mode: ShadowRootMode = 'open'): ShadowRoot => {
  const root = host.attachShadow({ mode })
  root.innerHTML = html
  return root
}
const textOf = (node: Node | null | undefined) => node?.firstChild as Text
const spanOf = (map: TextMap, words: string) => {
  const start = map.text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}
const between = (start: Node, startOffset: number, end: Node, endOffset: number) => ({
  startContainer: start,
  startOffset,
  endContainer: end,
  endOffset,
})
const words = (map: TextMap, ends: ReturnType<typeof between>) => {
  const span = map.toSpan(ends)
  return span && map.text.slice(span.start, span.end)
}

/** A host with a head and a foot of its own, and two slots between them, in another order than the children's. */
const loadCard = () => {
  const body = load(
    '<p>before</p><x-card>left out<p>first</p><p>second</p><b slot="top">top</b></x-card>after',
  )
  const card = find('x-card')
  const root = attach(card, '<h2>head</h2><slot name="top">none</slot><div><slot></slot></div><i>foot</i>')
  return { body, card, root }
}

describe('the text of a page with shadow trees', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is in the order in which it is shown', () => {
    const { body, root } = loadCard()
    const map = createTextMap(body)
    expect(map.text).toBe('before\nhead\ntop\nleft out\nfirst\nsecond\nfootafter')
    expect(map.trees).toEqual([root])
  })

  it('has what a slot shows by itself where nothing is given to it, and not what is given to none', () => {
    const body = load('<div><p slot="nowhere">hidden</p></div>')
    attach(find('div'), '<slot>by itself</slot>')
    expect(createTextMap(body).text).toBe('by itself')
  })

  it('goes through trees in trees, slots given to slots, and trees without a word', () => {
    const body = load('<x-a>light</x-a><x-empty>hidden</x-empty><p>end</p>')
    const inner = attach(find('x-a'), '<p>a</p><x-b><slot></slot></x-b>').querySelector('x-b') as Element
    attach(inner, '<p>b</p><slot></slot>')
    attach(find('x-empty'), '<!-- nothing -->')
    expect(createTextMap(body).text).toBe('a\nb\nlight\nend')
  })

  it('has closed trees too where the browser opens them to extensions', () => {
    const body = load('<x-a></x-a><div></div><section><p>light</p></section>')
    const closed = new Map(
      ['x-a', 'div', 'section'].map(name => [find(name), attach(find(name), `<p>in ${name}</p>`, 'closed')]),
    )
    expect(createTextMap(body).text).toBe('light')
    const asked: string[] = []
    const open = (element: HTMLElement) => {
      asked.push(element.localName)
      return closed.get(element) ?? null
    }
    vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot: open } })
    // Asking is dear: an element with words of its own, of a name of the standard's, is read as it stands.
    expect(createTextMap(body).text).toBe('in x-a\nin div\nlight')
    expect(asked).toEqual(['x-a', 'div'])
  })

  it('leaves out our own element', () => {
    const body = load('<div data-sl></div><p>kept</p>')
    attach(find('div'), '<p>ours</p>')
    expect(createTextMap(body).text).toBe('kept')
  })

  // Jsdom takes some seconds to nest them.
  it('is read from 1,000 trees in trees', { timeout: 30_000 }, () => {
    const body = load('<x-a></x-a>')
    let host = find('x-a')
    for (let depth = 0; depth < 1000; depth++) {
      host = attach(host, '<x-a></x-a>').firstElementChild as HTMLElement
    }
    host.textContent = 'deep down'
    const map = createTextMap(body)
    expect(map.toRanges(spanOf(map, 'down')).map(String)).toEqual(['down'])
  })
})

describe('from a span to several trees', () => {
  it('gives one range for each stretch of a tree, in order', () => {
    const { body } = loadCard()
    const map = createTextMap(body)
    expect(map.toRanges({ start: 3, end: map.text.length - 2 }).map(String)).toEqual([
      'ore',
      'head',
      'top',
      'left outfirstsecond',
      'foot',
      'aft',
    ])
  })

  it('never paints what stands between in the page and is shown elsewhere', () => {
    const body = load('<x-a><p>one</p><figure slot="aside">caption</figure><p>two</p></x-a>')
    attach(find('x-a'), '<slot></slot><slot name="aside"></slot>')
    const map = createTextMap(body)
    expect(map.text).toBe('one\ntwo\ncaption')
    expect(map.toRanges(spanOf(map, 'one\ntwo')).map(String)).toEqual(['one', 'two'])
  })

  it('gives none where one of the trees is no more', () => {
    const { body, root } = loadCard()
    const map = createTextMap(body)
    const span = spanOf(map, 'before\nhead')
    expect(map.toRanges(span)).toHaveLength(2)
    root.querySelector('h2')?.remove()
    expect(map.toRanges(span)).toEqual([])
  })
})

describe('from ends in several trees to a span', () => {
  it('takes ends in other trees, in either order', () => {
    const { body, card, root } = loadCard()
    const map = createTextMap(body)
    const head = textOf(root.querySelector('h2'))
    const second = textOf(card.querySelectorAll('p')[1])
    expect(words(map, between(head, 1, second, 3))).toBe('ead\ntop\nleft out\nfirst\nsec')
    expect(words(map, between(second, 3, head, 1))).toBe('ead\ntop\nleft out\nfirst\nsec')
  })

  it('takes ends between nodes', () => {
    const { body, card, root } = loadCard()
    const map = createTextMap(body)
    const first = textOf(card.querySelector('p'))
    expect(words(map, between(first, 0, card, 2))).toBe('first')
    expect(words(map, between(first, 0, card, 3))).toBe('first\nsecond')
    expect(words(map, between(root, 0, root, 2))).toBe('head\ntop')
    expect(words(map, between(root, 0, root, 4))).toBe(map.text.slice(7, -5))
    // The second lies before the first.
    expect(words(map, between(root, 1, body, 1))).toBe('head')
    expect(words(map, between(body, 0, body, 2))).toBe(map.text.slice(0, -5))
    expect(words(map, between(body, 2, body, 3))).toBe('after')
  })

  it('is not led astray by a form whose field is called "parentNode"', () => {
    const body = load(
      '<form><p>inside</p><input name="parentNode"><input name="childNodes"></form><p>after</p>',
    )
    const map = createTextMap(body)
    expect(words(map, between(textOf(find('p')), 2, body, 1))).toBe('side')
  })

  it('gives back every span of any page, and the order in which it is shown', () => {
    interface Part {
      name: string
      slot: string
      html: string[]
      tree: Part[] | null
    }
    const leaf = fc.constantFrom(
      '',
      'word',
      ' ',
      '<b>bold</b>',
      '<br>',
      'é—😀',
      '<slot>own</slot>',
      '<slot name="a"></slot>',
    )
    const { part } = fc.letrec<{ part: Part }>(tie => ({
      part: fc.record({
        name: fc.constantFrom('div', 'p', 'span', 'x-a'),
        slot: fc.constantFrom('', '', 'a'),
        html: fc.array(leaf, { maxLength: 4 }),
        tree: fc.option(fc.array(tie('part'), { maxLength: 3 }), { depthSize: 'small' }),
      }),
    }))
    const build = ({ name, slot, html, tree }: Part): Element => {
      const element = document.createElement(name)
      element.innerHTML = html.join('')
      if (slot) element.slot = slot
      if (tree) {
        const root = element.attachShadow({ mode: 'open' })
        root.append('in ', ...tree.map(build), document.createElement('slot'))
      }
      return element
    }
    /** By definition: CSS Scoping 1, 3.4. */
    const show = (node: Node): string => {
      if (node instanceof Text) return node.data
      if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) {
        return node.assignedNodes().map(show).join('')
      }
      const shown = (node instanceof Element && node.shadowRoot) || node
      return [...shown.childNodes].map(show).join('')
    }
    let compared = 0
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (parts, a, b) => {
        document.body.replaceChildren(...parts.map(build))
        const map = createTextMap(document.body)
        expect(map.text.replaceAll('\n', '')).toBe(show(document.body))
        if (map.text.length === 0) return
        const start = a % map.text.length
        const end = start + 1 + (b % (map.text.length - start))
        const bare = (from: number, to: number) => map.text.slice(from, to).replace(/\s/g, '')
        const ranges = map.toRanges({ start, end })
        // What a range holds that is shown nowhere stands in no map.
        const shown = ranges.map(range => map.toSpan(range) ?? { start: 0, end: 0 })
        expect(shown.map(span => bare(span.start, span.end)).join('')).toBe(bare(start, end))
        const [first, last] = [ranges[0], ranges.at(-1)]
        if (!first || !last) return
        compared++
        const span = map.toSpan(
          between(first.startContainer, first.startOffset, last.endContainer, last.endOffset),
        )
        expect(span).not.toBeNull()
        if (span) expect(bare(span.start, span.end)).toBe(bare(start, end))
        // The same by the nodes around the ends.
        const around = map.toSpan(between(document.body, 0, document.body, document.body.childNodes.length))
        expect(around).not.toBeNull()
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(100)
  })
})
