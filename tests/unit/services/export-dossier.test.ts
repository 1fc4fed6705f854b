import { beforeEach, describe, expect, test } from 'vitest'
import { readDossier } from '../../../utils/exchange/read-dossier'
import type { Dossier } from '../../../utils/model/dossier'
import type { DossierSelection } from '../../../utils/model/dossier-selection'
import { asClaimId, asDossierId, asQuestionId } from '../../../utils/model/ids'
import { exportDossier } from '../../../utils/services/export-dossier'
import { exportSelection } from '../../../utils/services/export-selection'
import { importFile } from '../../../utils/services/import-file'
import { listDossiers } from '../../../utils/services/list-dossiers'
import {
  makeArticle,
  makeClaim,
  makeDossier,
  makeQuestion,
  makeReaderClaim,
} from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

let ports: ReturnType<typeof createMemoryPorts>
const spotting = {
  groups: [{ id: 'g', terms: ['phone*'] }],
  rules: [{ all: ['g'], weight: 1 }],
  threshold: 1,
}
const dossier = makeDossier({ compiledBy: 'the archive', spotting })
const other = makeDossier({
  id: asDossierId('other'),
  questions: [makeQuestion('listened', 'Is another one listened to?')],
  articles: [makeArticle('b1')],
  claims: [makeClaim('b1#1', 'b1', { listened: 'no' })],
})
const selection = (more: Partial<DossierSelection> = {}): DossierSelection => ({
  title: 'Zwei Telefone, München',
  compiledBy: '',
  questions: [{ dossier: dossier.id, question: asQuestionId('two-phones') }],
  from: { dossiers: true, reader: true },
  claims: null,
  ...more,
})

beforeEach(async () => {
  ports = createMemoryPorts()
  await ports.corpus.saveDossier(dossier)
  await ports.corpus.saveDossier(other)
})

/** The file as another reader takes it in, beside the very dossiers that it came from. */
async function handOver(pieces: readonly string[]): Promise<Dossier> {
  const text = pieces.join('')
  const taken = await importFile(ports, text)
  expect(taken).toMatchObject({ ok: true, value: { format: 'dossier' } })
  const read = readDossier(text)
  if (!read.ok) throw new Error(read.failure.detail)
  return read.value
}
const choose = async (more: Partial<DossierSelection> = {}) => {
  const made = await exportSelection(ports, selection(more))
  if (!made.ok) throw new Error(made.failure.detail)
  return { name: made.value.name, dossier: await handOver(made.value.pieces) }
}

test('dossiers are listed by name, with their words and what the reader says on their questions', async () => {
  await ports.corpus.saveDossier({ ...other, title: 'About another' })
  await ports.readerClaims.save([
    makeReaderClaim('reader:1'),
    makeReaderClaim('reader:2', { isRejected: true }),
  ])
  expect(await listDossiers(ports)).toMatchObject([
    { info: { id: 'other' }, terms: [], ownClaims: 0 },
    { info: { id: 'oranje-phones' }, terms: ['phone*'], ownClaims: 1, questions: [{ id: 'two-phones' }, {}] },
  ])
})

describe('a dossier', () => {
  test('leaves as a file from which it comes in as it was, and leaves again byte for byte', async () => {
    const made = await exportDossier(ports.corpus, dossier.id)
    if (!made.ok) throw new Error(made.failure.detail)
    expect(await handOver(made.value)).toEqual(dossier)
    expect(await exportDossier(ports.corpus, dossier.id)).toEqual(made)
  })

  test('that is not there, or that nobody waits for any more', async () => {
    expect(await exportDossier(ports.corpus, asDossierId('none'))).toMatchObject({
      failure: { kind: 'not-found' },
    })
    expect(await exportDossier(ports.corpus, dossier.id, { signal: { aborted: true } })).toMatchObject({
      failure: { kind: 'cancelled' },
    })
  })
})

describe('a selection', () => {
  test('has the claims on the chosen questions, their answers to these alone, and their articles alone', async () => {
    const { name, dossier: made } = await choose()
    expect(name).toBe('zwei-telefone-munchen.json')
    expect(made.claims.map(({ id, bearsOn }) => [id, bearsOn.map(({ question }) => question)])).toEqual([
      ['zwei-telefone-munchen:a1#1', ['two-phones']],
      ['zwei-telefone-munchen:a3#1', ['two-phones']],
    ])
    expect(made.articles.map(({ id }) => id)).toEqual([
      'zwei-telefone-munchen:a1',
      'zwei-telefone-munchen:a3',
    ])
    expect(made).toMatchObject({ spotting, version: 20310506 })
    expect(made).not.toHaveProperty('compiledBy')
  })

  test('has the reader’s claims with the pages that they were made on', async () => {
    await ports.readerClaims.save([
      makeReaderClaim('reader:1', {
        addresses: ['https://post.example/new', 'https://post.example/amp/new'],
        published: null,
        outlet: 'Harbour Post',
        chain: ['an aide'],
        speaker: { name: 'an aide', kind: 'anonymous' },
        createdMs: Date.UTC(2031, 4, 6),
      }),
      makeReaderClaim('reader:2', { isRejected: true }),
    ])
    const { dossier: made } = await choose({
      from: { dossiers: false, reader: true },
      compiledBy: ' A reader ',
    })
    expect(made.compiledBy).toBe('A reader')
    expect(made.claims).toMatchObject([
      { chain: ['an aide', 'Harbour Post'], bearsOn: [{ question: 'two-phones', position: 'yes' }] },
    ])
    expect(made.articles).toMatchObject([
      {
        url: 'https://post.example/new',
        otherUrls: ['https://post.example/amp/new'],
        publisher: 'Harbour Post',
        published: '2031',
        leader: 'Tilda Oranje',
      },
    ])
    expect(made.articles[0]?.id).toMatch(/^zwei-telefone-munchen:[0-9a-f]{16}$/)
  })

  test('of two dossiers keeps questions of one id apart', async () => {
    const listened = asQuestionId('listened')
    const { dossier: made } = await choose({
      title: '電話',
      questions: [
        { dossier: dossier.id, question: listened },
        { dossier: other.id, question: listened },
        { dossier: dossier.id, question: listened },
        { dossier: dossier.id, question: asQuestionId('gone') },
      ],
    })
    expect(made.questions.map(({ text }) => text)).toEqual([
      'Is it so with listened?',
      'Is another one listened to?',
    ])
    expect(made.claims.map(({ bearsOn }) => bearsOn[0]?.question)).toEqual(made.questions.map(({ id }) => id))
    expect(made.id).toMatch(/^selection-[0-9a-f]{16}$/)
  })

  test('of some claims has these alone; of none there is no file', async () => {
    const { dossier: made } = await choose({ claims: new Set([asClaimId('a3#1')]) })
    expect(made.claims).toHaveLength(1)
    const refused = (more: Partial<DossierSelection>) => exportSelection(ports, selection(more))
    expect(await refused({ claims: new Set() })).toMatchObject({
      failure: { kind: 'bad-input', detail: 'claims: none were chosen' },
    })
    expect(await refused({ questions: [] })).toMatchObject({ failure: { kind: 'bad-input' } })
    expect(await refused({ title: '  ' })).toMatchObject({
      failure: { detail: 'title: must not be empty' },
    })
  })
})
