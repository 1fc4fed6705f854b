import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { collectArticle } from '../../../utils/page/collect-article'
import { collectFacts } from '../../../utils/page/collect-facts'
import { findStoryInView } from '../../../utils/page/find-story-in-view'
import { holdsParagraphs } from '../../../utils/page/holds-paragraphs'
import { onePage } from '../../../utils/page/shared-world'

const paragraph = (name: string, n: number) =>
  `<p>Paragraph ${n} of ${name} says that the telephone was looked at by people who know, and was then returned to its owner.</p>`
const storyOf = (name: string) => `<h1>${name}</h1>${[1, 2, 3, 4].map(n => paragraph(name, n)).join('')}`
const section = (name: string) => `<section id="${name}">${storyOf(name)}</section>`

/** Jsdom lays nothing out: headlines stand where this says, px from the window's top. */
let tops: Record<string, number>
const layOut = () =>
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const top = tops[this.textContent ?? '']
    return top === undefined ? new DOMRect(0, 0, 0, 0) : new DOMRect(0, top, 600, 40)
  })
beforeEach(() => {
  vi.stubGlobal('innerHeight', 1000)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
const load = (body: string, places: Record<string, number>) => {
  document.documentElement.innerHTML = `<head></head><body>${body}</body>`
  tops = places
  return layOut()
}
const inView = () => findStoryInView(document.documentElement)

describe('the story in view', () => {
  it('is the last that begins above the middle of the window', () => {
    load(section('One') + section('Two') + section('Three'), { One: 20, Two: 1500, Three: 3000 })
    expect(inView()?.id).toBe('One')
    tops = { One: -1100, Two: 380, Three: 1900 }
    expect(inView()?.id).toBe('Two')
    tops = { One: -4000, Two: -2500, Three: -900 }
    expect(inView()?.id).toBe('Three')
    // Above the first: the page's own head is in view.
    tops = { One: 700, Two: 2200, Three: 3700 }
    expect(inView()?.id).toBe('One')
  })

  it('is not one that is hidden, as a page keeps stories that were left', () => {
    load(section('One') + section('Two'), { One: 0, Two: 0 })
    tops = { Two: 30 }
    expect(inView()?.id).toBe('Two')
  })

  it('is none where boxes have headlines of the first level too, or the same one stands twice', () => {
    const box = `<div><h1>Sign up</h1>${'<p>Enter the address that our letter is to be sent to, once a week and never more, whatever happens in the harbour.</p>'.repeat(3)}</div>`
    const long = `<section><h1>One</h1>${Array.from({ length: 30 }, (_, n) => paragraph('One', n)).join('')}</section>`
    load(long + box, { One: 20, 'Sign up': 400 })
    expect(inView()).toBeNull()
    document.body.innerHTML = `${section('One')}<div class="sticky">${section('One')}</div>`
    expect(inView()).toBeNull()
    // The story stands beside the box that has its headline, and other boxes are all the stories there would be.
    document.body.innerHTML = `<div><h1>One</h1></div>${long.replace('<h1>One</h1>', '')}${section('Two')}${section('Three')}`
    tops = { One: 20, Two: 300, Three: 600 }
    expect(inView()).toBeNull()
  })

  it('is not asked for where there is one story, and no layout is read for it', () => {
    const measured = load(`<header><h1>The Herald</h1></header>${section('One')}`, { One: 20 })
    expect(inView()).toBeNull()
    document.body.innerHTML = section('One')
    expect(inView()).toBeNull()
    expect(measured).not.toHaveBeenCalled()
  })

  it('is none where nothing is laid out', () => {
    load(section('One') + section('Two'), {})
    expect(inView()).toBeNull()
  })

  it('of one article in parts is the whole', () => {
    load(`<article>${section('One')}${section('Two')}</article>`, { One: 20, Two: 900 })
    expect(inView()).toBeNull()
    // And each article is a story, where there are several.
    load(`<article>${section('One')}</article><article>${section('Two')}</article>`, { One: -900, Two: 20 })
    expect(inView()?.id).not.toBe('One')
    expect(inView()?.textContent).toContain('Paragraph 1 of Two')
  })

  it('is the one that is judged and read, with its own headline', () => {
    load(section('One') + section('Two'), { One: -1100, Two: 380 })
    const facts = collectFacts(document, 'https://herald.example/two')
    expect(facts.headline).toBe('Two')
    expect(facts.paragraphs).toHaveLength(4)
    expect(facts.paragraphs.every(each => each.includes('of Two'))).toBe(true)
    const collected = collectArticle(document, 'https://herald.example/two', { ...onePage, inView: inView() })
    const read = collected?.article.story.map(({ start, end }) => collected.map.text.slice(start, end)) ?? []
    expect(read[0]).toBe('Two')
    expect(read).toHaveLength(5)
    expect(read.slice(1).every(each => each.includes('of Two'))).toBe(true)
  })
})

describe('whether a story still stands', () => {
  const paragraphs = (name: string) => {
    document.body.innerHTML = section(name)
    return collectFacts(document, 'https://herald.example/').paragraphs
  }

  it('is told by at least half of its paragraphs, wherever they are', () => {
    const one = paragraphs('One')
    expect(one).toHaveLength(4)
    document.body.innerHTML = `<div>${paragraph('Two', 7)}<p>New</p><b>${paragraph('One', 2)}${paragraph('One', 1)}</b></div>`
    expect(holdsParagraphs(document, one)).toBe(true)
    document.body.innerHTML = `${section('Two')}${paragraph('One', 2)}`
    expect(holdsParagraphs(document, one)).toBe(false)
    expect(holdsParagraphs(document, [])).toBe(false)
  })

  it('is not told by scripts that hold its words', () => {
    const one = paragraphs('One')
    document.body.innerHTML = section('Two')
    const script = document.createElement('script')
    script.type = 'application/json'
    script.textContent = JSON.stringify(one)
    document.body.append(script)
    expect(holdsParagraphs(document, one)).toBe(false)
  })

  it('is told of the one in view, where several stand', () => {
    const one = paragraphs('One')
    load(section('One') + section('Two'), { One: -1100, Two: 380 })
    expect(holdsParagraphs(document, one)).toBe(false)
    tops = { One: 20, Two: 1500 }
    expect(holdsParagraphs(document, one)).toBe(true)
  })
})
