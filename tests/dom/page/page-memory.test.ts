import { beforeEach, describe, expect, it } from 'vitest'
import {
  createBelief,
  createMemory,
  isShared,
  type PageMemory,
  pageOf,
  rememberSwap,
} from '../../../utils/page/page-memory'

let memory: PageMemory
beforeEach(() => {
  memory = createMemory()
})
const believe = (address: string, what: string, stated: string) =>
  createBelief(memory, `https://herald.example${address}`)(what, stated)

describe('what a head states', () => {
  it('is believed of the page under which it was met first, and of no other', () => {
    expect(believe('/a', 'title', 'Line overheard')).toBe('Line overheard')
    expect(believe('/a?utm_source=x#top', 'title', 'Line overheard')).toBe('Line overheard')
    expect(believe('/b', 'title', 'Line overheard')).toBe('')
    expect(believe('/b', 'title', 'Boats in the harbour')).toBe('Boats in the harbour')
    expect(believe('/b', 'description', 'Line overheard')).toBe('Line overheard')
    // Back again.
    expect(believe('/a', 'title', 'Line overheard')).toBe('Line overheard')
    expect(believe('/a', 'title', 'Boats in the harbour')).toBe('')
  })

  it('is not believed of a story that took the place of another under the same address', () => {
    const address = 'https://herald.example/a'
    believe('/a', 'title', 'Line overheard')
    expect(isShared(memory, address)).toBe(false)
    rememberSwap(memory, address)
    expect(isShared(memory, `${address}#top`)).toBe(true)
    expect(isShared(memory, 'https://herald.example/b')).toBe(false)
    expect(believe('/a', 'title', 'Line overheard')).toBe('')
    expect(believe('/a', 'title', 'Boats in the harbour')).toBe('Boats in the harbour')
  })

  it('of whole scripts is told apart by length and beginning', () => {
    const script = (n: number) => `{"headline":"${n}","articleBody":"${'x'.repeat(50_000)}"}`
    expect(believe('/a', 'json-ld', script(1))).toBe(script(1))
    expect(believe('/b', 'json-ld', script(1))).toBe('')
    expect(believe('/b', 'json-ld', script(2))).toBe(script(2))
  })
})

it('addresses that are none of the web are their own pages', () => {
  expect(pageOf(memory, 'about:srcdoc')).toBe('about:srcdoc')
})
