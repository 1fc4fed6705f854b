import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTextMap } from '../../../utils/page/text-map'

const page = (html: string): Element => {
  const body = document.createElement('body')
  body.innerHTML = html
  document.documentElement.replaceChildren(document.createElement('head'), body)
  return body
}

describe('the text of a page', () => {
  it('keeps words of neighbouring blocks apart by one break, and joins inline ones', () => {
    expect(createTextMap(page('<p>One<b>self</b></p><p>two</p><div>three<br>four</div>')).text).toBe(
      'Oneself\ntwo\nthree\nfour',
    )
  })

  it('breaks before a block and after it, though the words around are in none', () => {
    expect(createTextMap(page('one<div>two</div>three<span>four</span>')).text).toBe('one\ntwo\nthreefour')
  })

  it('has no break where the source has one inside a paragraph, but keeps those of <pre>', () => {
    expect(createTextMap(page('<p>a\n\tb</p>\n<pre>c\nd</pre>')).text).toBe('a  b \nc\nd')
  })

  it('leaves out what holds no words of the page, its own element too', () => {
    const html =
      '<p>kept</p><script>no</script><style>no</style><noscript>no</noscript><template>no</template>' +
      '<textarea>no</textarea><select><option>no</option></select><svg><text>no</text></svg><iframe>no</iframe>' +
      '<div data-sl>no</div><!-- no --><p>too</p>'
    expect(createTextMap(page(html)).text).toBe('kept\ntoo')
  })

  // Jsdom takes some seconds to nest them.
  it('reads 5,000 nested elements', { timeout: 30_000 }, () => {
    const body = page('')
    let deepest: Element = body
    for (let depth = 0; depth < 5000; depth++) deepest = deepest.appendChild(document.createElement('div'))
    deepest.textContent = 'deep down'
    const map = createTextMap(body)
    expect(map.text).toBe('deep down')
    expect(String(map.toRanges({ start: 5, end: 9 }))).toBe('down')
  })

  it('is not led astray by a form whose fields are named like the tree’s own properties', () => {
    const fields = ['firstChild', 'nextSibling', 'parentNode', 'localName', 'nodeType', 'hasAttribute']
    const inputs = fields.map(name => `<input name="${name}">`).join('')
    expect(createTextMap(page(`<form>${inputs}<p>inside</p></form><p>after</p>`)).text).toBe('inside\nafter')
  })
})

describe('from a span to the page', () => {
  it('finds words that run over several nodes', () => {
    const map = createTextMap(page('<p>The <b>quiet</b> line</p>'))
    const [range] = map.toRanges({ start: 2, end: 12 })
    expect(range?.toString()).toBe('e quiet li')
    expect(range && map.toSpan(range)).toEqual({ start: 2, end: 12 })
  })

  it('begins in the node where the words begin, not at the end of the one before', () => {
    const map = createTextMap(page('<p>one</p><p>two</p>'))
    const [range] = map.toRanges({ start: 3, end: 7 })
    expect(range?.startContainer.textContent).toBe('two')
    expect(range?.startOffset).toBe(0)
    expect(range && map.toSpan(range)).toEqual({ start: 4, end: 7 })
  })

  it.each([
    ['a break alone', { start: 3, end: 4 }],
    ['nothing', { start: 2, end: 2 }],
    ['a reversed span', { start: 5, end: 2 }],
    ['what lies behind the text', { start: 7, end: 12 }],
  ])('gives none for %s', (_, span) => {
    expect(createTextMap(page('<p>one</p><p>two</p>')).toRanges(span)).toEqual([])
  })

  it('gives none, and throws nothing, where the page took the words away', () => {
    const body = page('<p>one</p><p>two</p>')
    const map = createTextMap(body)
    body.firstElementChild?.remove()
    if (body.firstChild?.firstChild) body.firstChild.firstChild.nodeValue = 't'
    expect(map.toRanges({ start: 0, end: 2 })).toEqual([])
    expect(map.toRanges({ start: 5, end: 7 })).toEqual([])
  })

  it('gives back every span, for any page', () => {
    const inline = fc.constantFrom(
      '',
      'word ',
      ' ',
      '<b>bold</b>',
      '<br>',
      '<script>x</script>',
      '\n  ',
      '<i></i>',
      'é—😀',
    )
    const block = fc
      .tuple(fc.constantFrom('p', 'div', 'li', 'span', 'pre', 'td'), fc.array(inline, { maxLength: 5 }))
      .map(([name, parts]) => `<${name}>${parts.join('')}</${name}>`)
    const html = fc.array(fc.oneof(block, inline), { maxLength: 8 }).map(parts => parts.join(''))
    let compared = 0
    fc.assert(
      fc.property(html, fc.nat(), fc.nat(), (source, a, b) => {
        const map = createTextMap(page(source))
        if (map.text.length === 0) return
        const start = a % map.text.length
        const end = start + 1 + (b % (map.text.length - start))
        const [range] = map.toRanges({ start, end })
        if (!range) {
          expect(map.text.slice(start, end).replaceAll('\n', '')).toBe('')
          return
        }
        const span = map.toSpan(range)
        expect(span).not.toBeNull()
        if (!span) return
        compared++
        // Breaks stand in no node: those at the ends fall away, and nothing else.
        expect(map.text.slice(start, span.start).replaceAll('\n', '')).toBe('')
        expect(map.text.slice(span.end, end).replaceAll('\n', '')).toBe('')
        expect(map.toRanges(span).map(String)).toEqual([range.toString()])
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(100)
  })
})

describe('from the page to a span', () => {
  const html = '<nav>menu</nav><p id="a">One</p><script>skip()</script><p id="b">two <i>three</i></p>'
  const setUp = () => {
    const body = page(html)
    return { body, map: createTextMap(body) }
  }
  const between = (start: Node, startOffset: number, end: Node, endOffset: number) => ({
    startContainer: start,
    startOffset,
    endContainer: end,
    endOffset,
  })
  const words = (map: ReturnType<typeof createTextMap>, ends: ReturnType<typeof between>) => {
    const span = map.toSpan(ends)
    return span && map.text.slice(span.start, span.end)
  }

  it('takes ends inside elements', () => {
    const { body, map } = setUp()
    expect(words(map, between(body, 1, body, 4))).toBe('One\ntwo three')
    expect(words(map, between(body, 0, body, 1))).toBe('menu')
    expect(words(map, between(body, 2, body, 3))).toBeNull()
  })

  it('takes ends inside parts that are left out', () => {
    const { body, map } = setUp()
    const script = body.querySelector('script')?.firstChild
    expect(script).toBeTruthy()
    if (!script) return
    expect(words(map, between(script, 2, body, 4))).toBe('two three')
    expect(words(map, between(body, 1, script, 2))).toBe('One')
  })

  it('takes reversed ends', () => {
    const { body, map } = setUp()
    const last = body.querySelector('i')?.firstChild
    expect(last && words(map, between(last, 2, body, 1))).toBe('One\ntwo th')
  })

  it('takes a range around all, and none outside', () => {
    const { body, map } = setUp()
    const html = document.documentElement
    expect(words(map, between(html, 0, html, 2))).toBe(map.text)
    expect(words(map, between(html, 0, html, 1))).toBeNull()
    const apart = document.createElement('p')
    apart.textContent = 'apart'
    expect(map.toSpan(between(apart, 0, apart, 1))).toBeNull()
    expect(map.toSpan(between(body, 1, apart, 1))).toBeNull()
  })

  it('knows where a node begins', () => {
    const { body, map } = setUp()
    expect(map.startOf(body.querySelector('i')?.firstChild as Text)).toBe(map.text.indexOf('three'))
    expect(map.startOf(document.createTextNode('new'))).toBeNull()
  })
})
