import { beforeEach, expect, test } from 'vitest'
import type { ArticleSummary } from '../../../utils/model/article-summary'
import { asDossierId } from '../../../utils/model/ids'
import { articleKey, listArticles } from '../../../utils/services/list-articles'
import { listDisputed } from '../../../utils/services/list-disputed'
import { listOfArticles } from '../../../utils/services/list-of-articles'
import { makeDossier, makeHighlight, makeQuestion, makeReaderClaim } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

let ports: ReturnType<typeof createMemoryPorts>
const summary = (address: string): ArticleSummary => ({
  ...{ key: articleKey([address]), address, title: '', outlet: '', highlights: 1, claims: 0 },
  ...{ changed: 0, lost: 0, latestMs: 0 },
})
const dossier = asDossierId('oranje-phones')

beforeEach(async () => {
  ports = createMemoryPorts()
  await ports.corpus.saveDossier(makeDossier())
})

test('of an article on file: the questions on which another says the contrary, by its address alone', async () => {
  // a1 says yes to two phones, and no to being listened to, on which nobody else says anything.
  expect(await listDisputed(ports, summary('https://morgenpost.example/a1'))).toEqual([
    { dossier, question: makeQuestion('two-phones') },
  ])
})

test('of an article that is not on file: by what the reader said of it', async () => {
  const address = 'https://post.example/new'
  expect(await listDisputed(ports, summary(address))).toEqual([])
  await ports.readerClaims.save([
    makeReaderClaim('own', { addresses: [address], position: 'no', published: '2031-03' }),
  ])
  expect(await listDisputed(ports, summary(address))).toEqual([
    { dossier, question: makeQuestion('two-phones') },
  ])
})

test('what goes out of some articles is all that the reader has of them, and nothing of others', async () => {
  await ports.highlights.commit({
    ...{ atMs: 1, action: 'create', before: [] },
    after: [
      makeHighlight('h1', { createdMs: 1 }),
      makeHighlight('h2', { createdMs: 2 }),
      makeHighlight('h3', { addresses: ['https://post.example/b'] }),
    ],
  })
  await ports.readerClaims.save([
    makeReaderClaim('own'),
    makeReaderClaim('other', { addresses: ['https://post.example/b'] }),
  ])
  const articles = await listArticles(ports, async () => {})
  const chosen = articles.filter(({ address }) => address.endsWith('/a1'))
  const { highlights, readerClaims } = await listOfArticles(ports, chosen, async () => {})
  expect(highlights.map(({ id }) => id)).toEqual(['h2', 'h1'])
  expect(readerClaims.map(({ id }) => id)).toEqual(['own'])
})
