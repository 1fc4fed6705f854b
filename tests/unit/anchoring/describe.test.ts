import { expect, it, describe as suite } from 'vitest'
import { describe } from '../../../utils/anchoring/describe'
import { spokenLength } from '../../../utils/anchoring/repeat'
import { weights } from '../../../utils/anchoring/weights'

suite('describe', () => {
  const opening = Array.from({ length: 40 }, (_, at) => `opening${at}`).join(' ')
  const closing = Array.from({ length: 40 }, (_, at) => `closing${at}`).join(' ')
  const text = `${opening} The minister kept one phone for calls. ${closing}`
  const words = 'kept one phone'
  const start = text.indexOf(words)
  const [quote, position] = describe(text, { start, end: start + words.length })

  it('keeps the words, their place, and whole words around them', () => {
    expect(quote.exact).toBe(words)
    expect(position).toEqual({ type: 'TextPositionSelector', start, end: start + words.length })
    expect(quote.prefix).toMatch(/^opening\d+ .* The minister $/)
    expect(quote.suffix).toMatch(/^ for calls\. .* closing\d+$/)
    expect(text).toContain(` ${quote.prefix}${quote.exact}${quote.suffix} `)
    for (const part of [quote.prefix, quote.suffix]) {
      expect(part.length).toBeGreaterThanOrEqual(weights.contextLeast)
      expect(part.length).toBeLessThanOrEqual(weights.contextMost)
    }
  })

  it('counts the empty space of a page once', () => {
    const wide = text.replaceAll(' ', ' '.repeat(6))
    const at = wide.indexOf('minister')
    const [{ prefix, suffix }] = describe(wide, { start: at, end: at + 8 })
    for (const part of [prefix, suffix]) {
      expect(spokenLength(part)).toBeGreaterThanOrEqual(weights.contextLeast)
      expect(part.length).toBeGreaterThan(weights.contextMost)
    }
    const empty = `A${' '.repeat(100_000)}B`
    expect(describe(empty, { start: 0, end: 1 })[0].suffix.length).toBeLessThan(20_000)
  })

  it('keeps more around words that stand in the text more than once, however they are spaced', () => {
    const again = `${text} Nobody knew who KEPT… or kept\none\nphone.`
    const [{ prefix }] = describe(again, { start, end: start + words.length })
    expect(prefix.length).toBeGreaterThan(weights.contextMost)
    const item = `${'same '.repeat(40)}MARK ${'again '.repeat(40)}`
    const list = `first ${item}second ${item}third`
    const at = list.lastIndexOf('MARK')
    const [long] = describe(list, { start: at, end: at + 4 })
    expect(list.split(long.prefix + long.exact + long.suffix)).toHaveLength(2)
  })

  it('never splits a character, in the words or around them', () => {
    const smile = '😀'.repeat(600)
    for (const at of [580, 581]) {
      const [{ exact, prefix, suffix }] = describe(smile, { start: at, end: at + 3 })
      for (const part of [exact, prefix, suffix]) expect(part.isWellFormed()).toBe(true)
      expect(exact).toBe('😀😀')
    }
  })
})
