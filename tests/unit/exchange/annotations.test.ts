import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportContent } from '../../../utils/exchange/export-content'
import { readForeign } from '../../../utils/exchange/read-foreign'
import * as annotations from '../../../utils/exchange/write-annotations'
import type { Highlight } from '../../../utils/model/highlight'
import { arbitraryHighlight, arbitraryToldHighlights } from '../../support/arbitrary-highlight'
import { findAnnotationFaults } from '../../support/find-annotation-faults'
import { makeHighlight } from '../../support/make-dossier'
import { contentOf, makeArticleOut, makeClaimOut, makeContent } from '../../support/make-export'

const writeAnnotations = (content: ExportContent) => [...annotations.writeAnnotations(content)].join('')

const readBack = (text: string): Highlight[] => {
  const read = readForeign(text, 0)
  if (!read?.ok) throw new Error(read ? read.failure.detail : 'of no known shape')
  expect(read.value.refused).toEqual([])
  expect(read.value.undated.size).toBe(0)
  return read.value.highlights
}

describe('W3C annotations', () => {
  test('read in and written once more are the same byte for byte', () => {
    fc.assert(
      fc.property(arbitraryToldHighlights, all => {
        const text = writeAnnotations(contentOf(all))
        expect(writeAnnotations(contentOf(readBack(text)))).toBe(text)
      }),
    )
    const [one] = fc.sample(arbitraryHighlight, { numRuns: 1, seed: 7 })
    if (!one) throw new Error('no sample')
    expect(readBack(writeAnnotations(contentOf([one])))).toEqual([one])
  })

  test('keep to the model, whatever is in them', () => {
    const claims = [makeClaimOut('c1'), makeClaimOut('c2', { url: null, title: null }, { about: '2031' })]
    fc.assert(
      fc.property(arbitraryToldHighlights, all => {
        const text = writeAnnotations(makeContent([makeArticleOut({ highlights: all, claims })]))
        expect(findAnnotationFaults(JSON.parse(text))).toEqual([])
      }),
    )
    expect(findAnnotationFaults(JSON.parse(writeAnnotations(makeContent([]))))).toEqual([])
  })

  test('a broken one is noticed: what holds them to the model can fail', () => {
    const value = JSON.parse(writeAnnotations(contentOf([makeHighlight('h1', { note: 'n', tags: ['t'] })])))
    const [item] = value.first.items
    expect(item.motivation).toEqual(['highlighting', 'commenting', 'tagging'])
    expect(item.body.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['commenting', 'tagging'])
    item.motivation = 'praising'
    item.target.selector[1].end = 3
    item.paint = 'red'
    expect(findAnnotationFaults(value)).toEqual([
      'first.items[0].paint: is no term',
      'first.items[0].target.selector[1].start: 4.2.5',
      'first.items[0].motivation: 3.3.5 praising',
    ])
  })

  test('claims have their locator beside, and do not come in as highlights', () => {
    const claims = [makeClaimOut('c1')]
    const text = writeAnnotations(
      makeContent([makeArticleOut({ highlights: [makeHighlight('h1')], claims })]),
    )
    expect(JSON.parse(text).first.items[1]).toMatchObject({
      id: 'urn:sidelight:claim:c1',
      motivation: 'describing',
      body: [
        { purpose: 'describing', value: claims[0]?.statement },
        { purpose: 'classifying', value: 'Does the president keep two phones? – yes' },
      ],
      target: { 'sidelight:locator': claims[0]?.locator },
    })
    expect(readForeign(text, 0)).toMatchObject({
      value: {
        highlights: [{ id: 'h1' }],
        refused: [{ path: 'first.items[1]', what: 'is a claim, which comes in with its dossier' }],
      },
    })
  })

  test('one of ours that was altered is refused with its path', () => {
    const spoil = (change: (item: { id: string; target: { selector: { end: number }[] } }) => void) => {
      const value = JSON.parse(writeAnnotations(contentOf([makeHighlight('h1')])))
      change(value.first.items[0])
      const read = readForeign(JSON.stringify(value), 0)
      return read && !read.ok ? read.failure.detail : 'taken'
    }
    expect(
      spoil(({ target }) => {
        if (target.selector[1]) target.selector[1].end = 2
      }),
    ).toBe('first.items[0].target.selector[1]: must have a start, and an end after it')
    expect(
      spoil(item => {
        item.id = 'urn:sidelight:highlight:a b'
      }),
    ).toBe('first.items[0].id: must be made of letters, digits and . _ : # -')
  })
})
