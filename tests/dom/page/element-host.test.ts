import { afterEach, describe, expect, it, vi } from 'vitest'
import { createElementHost } from '../../../utils/page/element-host'
import { hostAttribute } from '../../../utils/page/host-attribute'
import { createTextMap } from '../../../utils/page/text-map'

const settle = () => new Promise(resolve => setTimeout(resolve, 0))
const hosts = () => document.querySelectorAll(`[${hostAttribute}]`)

describe('our element on the page', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('leaves the page byte for byte as it was', async () => {
    document.body.innerHTML = '<p>Words of the page.</p>'
    const before = document.documentElement.outerHTML
    const host = createElementHost(document, '.card { position: fixed }')
    host.root.append(document.createElement('section'))
    expect(document.documentElement.outerHTML).not.toBe(before)
    expect(createTextMap(document.documentElement).text).toBe('Words of the page.')
    host.dispose()
    await settle()
    expect(document.documentElement.outerHTML).toBe(before)
  })

  it('shows the page nothing of what is in it', () => {
    const host = createElementHost(document, '')
    host.root.append('a secret')
    const [element] = hosts()
    expect(element).toBeInstanceOf(HTMLElement)
    expect(element?.shadowRoot).toBeNull()
    expect(document.documentElement.outerHTML).not.toContain('secret')
    // A page can define any name with a dash, and would be handed the root of such an element.
    expect(element?.localName).not.toContain('-')
    host.dispose()
  })

  it('stands behind the body, and comes back when the page takes it out, but not for ever', async () => {
    const host = createElementHost(document, '')
    expect(document.documentElement.lastElementChild).toBe(hosts()[0])
    for (let times = 0; times < 5; times++) {
      hosts()[0]?.remove()
      await settle()
      expect(hosts()).toHaveLength(1)
    }
    hosts()[0]?.remove()
    await settle()
    expect(hosts()).toHaveLength(0)
    host.dispose()
  })

  it('does not come back once disposed of', async () => {
    const host = createElementHost(document, '')
    host.dispose()
    await settle()
    expect(hosts()).toHaveLength(0)
  })

  it('wears its style by a constructed sheet, or where that fails by an element', () => {
    vi.stubGlobal(
      'CSSStyleSheet',
      class {
        replaceSync() {
          throw new Error('not from here')
        }
      },
    )
    const host = createElementHost(document, '.card { color: red }')
    expect(host.root.querySelector('style')?.textContent).toContain('.card { color: red }')
    host.dispose()
  })
})
