import { describe, expect, test } from 'vitest'
import { asHighlightId } from '../../../utils/model/ids'
import { createHighlightSearch } from '../../../utils/services/create-highlight-search'
import { makeHighlight } from '../../support/make-dossier'

const quote = (exact: string) => ({
  selectors: [
    { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' },
    { type: 'TextPositionSelector' as const, start: 0, end: exact.length },
  ] as ReturnType<typeof makeHighlight>['selectors'],
})

const make = () => {
  const search = createHighlightSearch()
  const kept = [
    makeHighlight('a', { ...quote('The handset was replaced in 2018.'), outlet: 'Café Courier' }),
    makeHighlight('b', {
      ...quote('Nothing of the kind.'),
      note: 'ask about the telephone',
      tags: ['Palace'],
    }),
    makeHighlight('c', { ...quote('Two handsets.'), title: 'Replacement denied' }),
  ]
  for (const highlight of kept) search.add(highlight)
  const find = (typed: string) => {
    const match = search.find(typed)
    return match && kept.map(({ id }) => match(id)).join('')
  }
  return { search, find }
}

describe('a search of highlights', () => {
  test.each([
    ['hand', '202'],
    ['handset repl', '202'],
    ['HANDSET denied', '002'],
    ['palace', '020'],
    ['cafe', '200'],
    ['telephone', '020'],
    // Near spellings: one letter of four to seven, two of longer words; none of figures and short words.
    ['hansdet', '000'],
    ['handsat', '100'],
    ['telefone', '010'],
    ['2019', '000'],
    ['tvo', '000'],
    ['handset nothing', '000'],
  ])('%s', (typed, found) => {
    expect(make().find(typed)).toBe(found)
  })

  test('asks for nothing where nothing is typed that has a letter', () => {
    expect([make().find(''), make().find(' … !')]).toEqual([null, null])
  })

  test('finds what was changed by its new words alone, and nothing that was removed', () => {
    const { search, find } = make()
    search.add(makeHighlight('a', quote('Other words.')))
    search.remove(asHighlightId('b'))
    expect([find('handset'), find('other'), find('telephone')]).toEqual(['002', '200', '000'])
  })
})
