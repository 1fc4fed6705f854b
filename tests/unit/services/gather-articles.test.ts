import { expect, test } from 'vitest'
import { gatherArticles } from '../../../utils/services/gather-articles'
import { makeHighlight, makeReaderClaim } from '../../support/make-dossier'
import { makeClaimOut } from '../../support/make-export'

test('what shares an address, or without any a title, is one article’s', () => {
  const here = makeHighlight('h1', {
    addresses: ['https://morgenpost.example/a1?utm_source=x', 'https://copy.example/a1'],
  })
  const there = makeHighlight('h2', { addresses: ['http://www.copy.example/a1/'], title: 'Another title' })
  const other = makeHighlight('h3', { addresses: ['https://copy.example/a2'] })
  const untold = ['h4', 'h5'].map(id => makeHighlight(id, { addresses: [], title: 'Told by title' }))
  const claim = makeClaimOut('c1', { url: 'https://morgenpost.example/a1', published: '2031-04-02' })
  const nowhere = makeClaimOut('c2', { url: null, title: null })
  const mine = makeReaderClaim('r1', { addresses: ['https://copy.example/a2'], published: '2031-05-01' })
  const rejected = makeReaderClaim('r2', { isRejected: true })
  const articles = gatherArticles({
    highlights: [here, there, other, ...untold],
    claims: [claim, nowhere],
    readerClaims: [mine, rejected],
  })
  expect(
    articles.map(({ url, title, published, highlights, claims }) => [
      url,
      title,
      published,
      highlights.map(({ id }) => id),
      claims.map(({ id }) => id),
    ]),
  ).toEqual([
    ['https://morgenpost.example/a1?utm_source=x', 'Report on a1', '2031-04-02', ['h1', 'h2'], ['c1']],
    ['https://copy.example/a2', 'Report on a1', '2031-05-01', ['h3'], ['r1']],
    [null, 'Told by title', null, ['h4', 'h5'], []],
    [null, '', '2031-04-02', [], ['c2']],
  ])
})
