import { beforeEach, describe, expect, test } from 'vitest'
import { checkHead } from '../../../utils/exchange/check-references'
import type { ArticleText } from '../../../utils/model/article-text'
import { asDossierId, asQuestionId } from '../../../utils/model/ids'
import type { OwnDossierEntry } from '../../../utils/model/own-dossier'
import { readArticle } from '../../../utils/services/read-article'
import { saveOwnDossier } from '../../../utils/services/save-own-dossier'
import { makeDossier, makeReaderClaim } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const entry: OwnDossierEntry = {
  id: null,
  title: ' The bells ',
  terms: ['Bell*', 'tower', 'tower', ''],
  questions: [{ id: null, text: ' Are the bells rung by hand? ' }],
}

let ports: ReturnType<typeof createMemoryPorts>
beforeEach(() => {
  ports = createMemoryPorts()
})
const save = (change: Partial<OwnDossierEntry> = {}) => saveOwnDossier(ports, { ...entry, ...change })
async function saved(change: Partial<OwnDossierEntry> = {}) {
  const done = await save(change)
  return done.ok ? done.value : expect.fail(done.failure.detail)
}

describe('a dossier of the reader’s own', () => {
  test('is a true dossier, with ids of its own kind and terms that tell its articles', async () => {
    const { dossier, questions } = await saved()
    expect(dossier).toMatch(/^own-/)
    const kept = await ports.corpus.loadDossier(dossier)
    expect(kept).toEqual({
      format: 'dossier',
      version: 1,
      id: dossier,
      title: 'The bells',
      summary: '',
      spotting: {
        groups: [
          { id: 'term-1', terms: ['bell*'] },
          { id: 'term-2', terms: ['tower'] },
        ],
        rules: [
          { all: ['term-1'], weight: 1 },
          { all: ['term-2'], weight: 1 },
        ],
        threshold: 2,
      },
      questions: [
        { id: expect.stringMatching(/^own-/), group: 'The bells', text: 'Are the bells rung by hand?' },
      ],
      articles: [],
      claims: [],
    })
    expect(questions).toEqual(kept?.questions)
    expect(kept && checkHead(kept)).toEqual([])
  })

  test('is changed as its next version: questions keep their ids, and none goes that claims answer', async () => {
    const { dossier, questions } = await saved()
    const [first] = questions
    if (!first) throw new Error('no question')
    const more = [...questions, { id: null, text: 'At noon?' }]
    const next = await saved({ id: dossier, title: 'Bells', terms: [], questions: more })
    expect(next.questions.map(({ id }) => id)).toEqual([first.id, expect.stringMatching(/^own-/)])
    expect(await ports.corpus.loadDossier(dossier)).toMatchObject({ version: 2, title: 'Bells' })
    expect(await ports.corpus.listTopics()).toEqual([])

    await ports.readerClaims.save([makeReaderClaim('r1', { dossier, question: first.id })])
    expect(await save({ id: dossier, questions: next.questions.slice(1) })).toMatchObject({
      failure: { kind: 'bad-input', detail: expect.stringMatching(/^questions: claims/) },
    })
    expect(await save({ id: dossier, questions: next.questions.slice(0, 1) })).toMatchObject({ ok: true })
  })

  test('leaves those of others alone', async () => {
    await ports.corpus.saveDossier(makeDossier())
    expect(await save({ id: makeDossier().id })).toMatchObject({ failure: { kind: 'bad-input' } })
    expect(await save({ id: asDossierId('own-gone') })).toMatchObject({ failure: { kind: 'not-found' } })
    const { dossier } = await saved()
    const questions = [{ id: asQuestionId('two-phones'), text: 'Is it so?' }]
    expect(await save({ id: dossier, questions })).toMatchObject({ failure: { kind: 'not-found' } })
    expect(await ports.corpus.loadDossier(makeDossier().id)).toEqual(makeDossier())
  })

  test.each<[Partial<OwnDossierEntry>, RegExp]>([
    [{ title: '  ' }, /^title: must not be empty/],
    [{ title: 'x'.repeat(2_001) }, /^title: must have at most/],
    [{ questions: [] }, /^questions: must have at least one/],
    [{ questions: [{ id: null, text: ' ' }] }, /^questions\[0\].text: must not be empty/],
    [{ questions: Array(201).fill({ id: null, text: 'x' }) }, /^questions: must have at most 200/],
    [{ terms: Array(201).fill('x') }, /^terms: must have at most 200/],
    [{ terms: ['x'.repeat(501)] }, /^questions: must have at most 500 characters each/],
  ])('is refused: %j', async (change, detail) => {
    expect(await save(change)).toEqual({
      ok: false,
      failure: { kind: 'bad-input', detail: expect.stringMatching(detail) },
    })
    expect(await ports.corpus.listDossiers()).toEqual([])
  })
})

describe('an article on its topic', () => {
  const sentence = 'A motor has rung the bells of the old tower since winter.'
  const page: ArticleText = {
    addresses: ['https://elsewhere.example/tower'],
    title: 'The bells of the tower',
    outlet: 'Elsewhere',
    byline: '',
    published: '2031-05-20T10:00:00Z',
    modified: null,
    language: 'en',
    text: `${sentence} Nobody minds.`,
    story: [{ start: 0, end: sentence.length + 14 }],
  }
  test('is compared with the reader’s claims, beside a dossier that has many more', async () => {
    await ports.corpus.saveDossier(makeDossier())
    const { dossier, questions } = await saved()
    const [asked] = questions
    if (!asked) throw new Error('no question')
    const claim = makeReaderClaim('r1', {
      dossier,
      question: asked.id,
      statement: 'The bells of the old tower are rung by a motor.',
    })
    await ports.readerClaims.save([claim])
    const reading = await readArticle(ports, page)
    expect(reading.dossier?.id).toBe(dossier)
    expect(reading.onFile).toMatchObject([{ question: { id: asked.id }, yes: 1, counts: { sources: 1 } }])
    const related = reading.sentences.flatMap(each => each.related)
    expect(related).toMatchObject([{ claim: { id: 'r1', source: { isReaders: true } }, relation: 'related' }])
  })

  test('may answer questions of two dossiers at once', async () => {
    await ports.corpus.saveDossier(makeDossier())
    const { dossier, questions } = await saved()
    const [asked] = questions
    if (!asked) throw new Error('no question')
    const at = { addresses: page.addresses }
    await ports.readerClaims.save([
      makeReaderClaim('r1', at),
      makeReaderClaim('r2', { ...at, dossier, question: asked.id, createdMs: 2_000 }),
    ])
    const { questions: compared } = await readArticle(ports, page)
    const named = compared.map(({ question: { id }, here, dossier: of }) => [
      id,
      here.map(({ claim }) => claim),
      of,
    ])
    expect(named.toSorted()).toEqual(
      [
        [asked.id, ['r2'], dossier],
        ['two-phones', ['r1'], undefined],
      ].toSorted(),
    )
  })
})
