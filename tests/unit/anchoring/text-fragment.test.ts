import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDirective, makeSearchable, type TextDirective } from '../../../utils/anchoring/text-directive'
import { fragmentOfQuote, linkTo, makeTextFragment } from '../../../utils/anchoring/text-fragment'

const spanOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  expect(start).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}
/** The fragment of these words. */
const fragment = (text: string, words: string, from = 0) => makeTextFragment(text, spanOf(text, words, from))

/** As browsers read it (WICG, 3.2): parts are told apart before they are decoded. */
function parse(written: string): TextDirective {
  const parts = written.replace(/^:~:text=/, '').split(',')
  const prefix = parts[0]?.endsWith('-') ? (parts.shift() ?? '').slice(0, -1) : ''
  const suffix = parts.at(-1)?.startsWith('-') ? (parts.pop() ?? '').slice(1) : ''
  const [start = '', end = ''] = parts
  expect(parts.length).toBeLessThan(3)
  return {
    prefix: decodeURIComponent(prefix),
    start: decodeURIComponent(start),
    end: decodeURIComponent(end),
    suffix: decodeURIComponent(suffix),
  }
}
/** What a browser marks that opens the page with it. */
function follow(text: string, written: string | null): string {
  const found = written === null ? null : findDirective(makeSearchable(text), parse(written))
  return found ? text.slice(found.start, found.end) : ''
}

describe('a fragment directive', () => {
  it('names a short passage by its words', () => {
    expect(fragment('A quiet day.\nThe tern left the harbour.', 'tern left')).toBe(':~:text=tern%20left')
  })

  it('encodes what has a meaning of its own, and signs that end a link in running text', () => {
    const text = 'It said “well-known, R&D (50%) don’t! 🐦 *now*_~” then.'
    const written = fragment(text, 'well-known, R&D (50%) don’t! 🐦 *now')
    expect(written).toMatch(/^:~:text=[A-Za-z0-9%]+$/)
    expect(parse(written ?? '').start).toBe('well-known, R&D (50%) don’t! 🐦 *now')
    expect(follow(text, written)).toBe('well-known, R&D (50%) don’t! 🐦 *now')
  })

  it('has white space as a browser shows it, and no soft hyphens', () => {
    expect(fragment('The  har\u00adbour\u00a0 lay still.', 'har\u00adbour\u00a0 lay')).toBe(
      ':~:text=harbour%20lay',
    )
  })

  it('is of whole words', () => {
    const text = 'Nobody can’t see the lighthouse from here.'
    expect(fragment(text, 't see the light')).toBe(':~:text=can%E2%80%99t%20see%20the%20lighthouse')
  })

  it('goes up to the next sign where no spaces are written', () => {
    const text = '港の灯台は静かです。船は来ませんでした。'
    const written = fragment(text, '台は静')
    expect(follow(text, written)).toBe('港の灯台は静かです')
  })

  it('names a passage over several lines by its ends, each within its line', () => {
    const text = 'Head\nOne two three four five six.\nSeven\nEight nine ten eleven twelve.'
    expect(fragment(text, 'five six.\nSeven\nEight nine ten')).toBe(':~:text=five%20six,Eight%20nine%20ten')
    expect(fragment(text, 'Head\nOne')).toBe(':~:text=Head,One')
  })

  it('names a long passage by its ends', () => {
    const words = Array.from({ length: 90 }, (_, at) => `word${at}`).join(' ')
    expect(fragment(words, words)).toBe(
      ':~:text=word0%20word1%20word2%20word3,word86%20word87%20word88%20word89',
    )
  })

  it('takes longer ends, and then words around, where others stand before', () => {
    const row = Array.from({ length: 80 }, (_, at) => `w${at}`).join(' ')
    const other = row.replace('w6 ', 'other ').replace('w75 ', 'other ')
    const text = `${other}\n${row}`
    const written = fragment(text, row)
    expect(parse(written ?? '').start).toBe('w0 w1 w2 w3 w4 w5 w6 w7')
    expect(follow(text, written)).toBe(row)
  })

  it('has words before or behind the passage where it stands there more than once', () => {
    const text = 'The king spoke. He left.\nThe queen spoke. He left.\nHe left at dawn.'
    expect(fragment(text, 'He left')).toBe(':~:text=He%20left')
    expect(fragment(text, 'He left', 30)).toBe(':~:text=The%20queen%20spoke.-,He%20left')
    expect(follow(text, fragment(text, 'He left', 50))).toBe('He left')
    expect(parse(fragment(text, 'He left', 50) ?? '').suffix).toBe('at dawn')
    const twice = 'a b\nsame words here\nc d\nsame words here\ne f'
    expect(parse(fragment(twice, 'same words here', 10) ?? '').prefix).toBe('c d')
  })

  it('goes past words that differ in case, accents or quotation marks alone, as browsers may', () => {
    const text = "THE CAFÉ’S END came. Then: the cafe's end again."
    expect(parse(fragment(text, "the cafe's end") ?? '').prefix).toBe(
      'END came. Then:'.replace('END ', 'END '),
    )
    expect(follow(text, fragment(text, "the cafe's end"))).toBe("the cafe's end")
  })

  it('does not take words for others that only contain them', () => {
    expect(fragment('The harbours filled. A harbour was empty.', 'harbour', 12)).toBe(':~:text=harbour')
  })

  it('is null without words, or where nothing tells the passage from one before it', () => {
    expect(fragment('one — two', '—')).toBeNull()
    expect(makeTextFragment('', { start: 0, end: 0 })).toBeNull()
    const same = Array.from({ length: 200 }, () => 'ding').join(' ')
    expect(makeTextFragment(same, { start: 500, end: 504 })).toBeNull()
  })

  it('leads back to its passage from anywhere in any text, or is null', () => {
    const word = fc.constantFrom(
      'the',
      'king',
      'said',
      'no',
      'No',
      'well-known',
      'd’or',
      '“yes”,',
      'é',
      '3,5',
      '🐦',
      '船は',
      '-',
    )
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n', '. ')), { minLength: 1, maxLength: 60 })
      .map(parts => parts.flat().join(''))
    let followed = 0
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(80), (page, a, b) => {
        const start = a % page.length
        const end = Math.min(page.length, start + 1 + b)
        const written = makeTextFragment(page, { start, end })
        if (written === null) return
        followed++
        expect(written).toMatch(/^:~:text=[A-Za-z0-9%,.-]+$/)
        const found = findDirective(makeSearchable(page), parse(written))
        const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')
        expect(found).not.toBeNull()
        if (!found) return
        // All words of the span, and not more than what is left of those at its ends.
        expect(letters(page.slice(found.start, found.end))).toContain(letters(page.slice(start, end)))
        expect(start - found.start).toBeLessThan(21)
        expect(found.end - end).toBeLessThan(21)
      }),
      { numRuns: 1000 },
    )
    expect(followed).toBeGreaterThan(300)
  })

  it('is found quickly in a large page', () => {
    const page = Array.from({ length: 40_000 }, (_, at) => `Line ${at % 977} of the ${at % 31}th day.`).join(
      '\n',
    )
    const startMs = performance.now()
    const written = makeTextFragment(page, { start: 600_000, end: 600_200 })
    expect(performance.now() - startMs).toBeLessThan(3_000)
    expect(page.slice(600_000, 600_200)).toContain(follow(page, written).slice(30, 60))
  })
})

describe('a fragment of a saved quote', () => {
  it('has what stood around a short one, and a long one alone', () => {
    expect(
      fragmentOfQuote({
        type: 'TextQuoteSelector',
        prefix: 'on Monday the ',
        exact: 'tern left',
        suffix: ' the harbour.',
      }),
    ).toBe(':~:text=on%20Monday%20the-,tern%20left,-the%20harbour')
    expect(
      fragmentOfQuote({
        type: 'TextQuoteSelector',
        prefix: 'then ',
        exact: 'the tern left at dawn',
        suffix: '.',
      }),
    ).toBe(':~:text=the%20tern%20left%20at%20dawn')
    expect(fragmentOfQuote({ type: 'TextQuoteSelector', prefix: '', exact: '…', suffix: '' })).toBeNull()
  })
})

describe('a link to a passage', () => {
  it('keeps the address, and a path in its fragment', () => {
    expect(linkTo('http://a.example/x?y=1', ':~:text=z')).toBe('http://a.example/x?y=1#:~:text=z')
    expect(linkTo('http://a.example/#!/x', ':~:text=z')).toBe('http://a.example/#!/x:~:text=z')
    expect(linkTo('http://a.example/', null)).toBe('http://a.example/')
  })
})
