import { beforeEach, describe, expect, test } from 'vitest'
import type { ArticleText } from '../../../utils/model/article-text'
import { asClaimId, asDossierId, asQuestionId } from '../../../utils/model/ids'
import { limits } from '../../../utils/model/limits'
import { faultyClaim, type NewReaderClaim, type ReaderClaim } from '../../../utils/model/reader-claim'
import type { Reading } from '../../../utils/model/reading'
import { loadQuestion } from '../../../utils/services/load-question'
import { readArticle } from '../../../utils/services/read-article'
import {
  deleteReaderClaims,
  restoreReaderClaims,
  saveReaderClaims,
} from '../../../utils/services/save-reader-claim'
import { makeArticle, makeClaim, makeDossier } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const said = 'President Oranje keeps two phones in her bag.'
const text = `Rain fell. ${said} Nobody minds. Nobody minds.`
const makePage = (more: Partial<ArticleText> = {}): ArticleText => ({
  addresses: ['https://elsewhere.example/story?utm_source=x', 'about:blank'],
  title: 'Two phones',
  outlet: 'Elsewhere',
  byline: '',
  published: '2031-03-20T10:00:00Z',
  modified: null,
  language: 'en',
  text,
  story: [{ start: 0, end: text.length }],
  ...more,
})
const sentence = { start: text.indexOf(said), end: text.indexOf(said) + said.length }
/** Another stretch of the page, with its words. */
const spanOf = (length: number, start = 0) => ({
  sentence: { start, end: start + length },
  text: text.slice(start, start + length),
})
const input: NewReaderClaim = {
  sentence,
  text: said,
  dossier: asDossierId('oranje-phones'),
  question: asQuestionId('two-phones'),
  position: 'no',
  subject: 'Tilda Oranje',
  statement: ' It says that she has one only. ',
}

let ports: ReturnType<typeof createMemoryPorts>
beforeEach(async () => {
  ports = createMemoryPorts()
  const claims = [makeClaim('a1#1', 'a1', { 'two-phones': 'yes' })]
  await ports.corpus.saveDossier(makeDossier({ articles: [makeArticle('a1')], claims }))
})
async function save(change: Partial<NewReaderClaim> = {}, page = makePage()): Promise<ReaderClaim> {
  const saved = await saveReaderClaims(ports, page, [{ ...input, ...change }])
  return saved.ok && saved.value[0] ? saved.value[0] : expect.fail('not saved')
}
const related = ({ questions }: Reading) =>
  questions.flatMap(({ related: list }) => list.map(({ claim, relation }) => [claim.id, relation]))

describe('what the reader says that a sentence says', () => {
  test('is kept with what finds the sentence again, and none of its words', async () => {
    const claim = await save()
    expect(claim).toEqual({
      id: 'reader:id-1',
      addresses: ['https://elsewhere.example/story?utm_source=x'],
      title: 'Two phones',
      outlet: 'Elsewhere',
      published: '2031-03-20',
      locator: { words: 6, hash: expect.stringMatching(/^[0-9a-f]{16}$/) },
      statement: 'It says that she has one only.',
      dossier: 'oranje-phones',
      question: 'two-phones',
      position: 'no',
      subject: 'Tilda Oranje',
      createdMs: ports.clock.nowMs(),
      modifiedMs: ports.clock.nowMs(),
    })
    expect(await ports.readerClaims.listAll()).toEqual([claim])
    expect(JSON.stringify(claim)).not.toContain('bag')
  })

  test('said anew of the same sentence and question replaces it; of another question stands beside it', async () => {
    const first = await save()
    ports.clock.nowIs(5)
    const second = await save({ position: 'partly' })
    expect(second).toMatchObject({ id: first.id, position: 'partly', createdMs: first.createdMs })
    expect(second.modifiedMs).toBeGreaterThan(first.modifiedMs)
    await save({ question: asQuestionId('listened') })
    expect(await ports.readerClaims.listAll()).toHaveLength(2)
  })

  test.each<[string, Partial<NewReaderClaim>, Partial<ArticleText>]>([
    ['bad-input', { position: 'perhaps' as never }, {}],
    ['bad-input', { statement: '  ' }, {}],
    ['bad-input', { subject: '' }, {}],
    ['bad-input', { statement: 'x'.repeat(limits.title + 1) }, {}],
    ['bad-input', {}, { addresses: ['about:blank'] }],
    ['bad-input', { sentence: { start: 9_000, end: 9_010 } }, {}],
    ['bad-input', { ...spanOf('Nobody'.length + 7, text.indexOf('Nobody')) }, {}],
    ['bad-input', { text: 'What stood there before.' }, {}],
    ['bad-input', {}, { story: [{ start: 0, end: 10 }] }],
    ['not-found', { question: asQuestionId('other') }, {}],
    ['not-found', { dossier: asDossierId('other') }, {}],
  ])('is refused as %s: %j %j', async (kind, change, page) => {
    const saved = await saveReaderClaims(ports, makePage(page), [{ ...input, ...change }])
    expect(saved).toMatchObject({ ok: false, failure: { kind } })
    expect(await ports.readerClaims.listAll()).toEqual([])
  })

  test('of several none is kept where one is refused, and which that is can be told', async () => {
    const saved = await saveReaderClaims(ports, makePage(), [input, { ...input, statement: ' ' }])
    if (saved.ok) expect.fail('it was saved')
    expect(saved.failure).toEqual({ kind: 'bad-input', detail: 'claims[1].statement: must not be empty' })
    expect(faultyClaim(saved.failure)).toBe(1)
    expect(await ports.readerClaims.listAll()).toEqual([])
    const nowhere = await saveReaderClaims(ports, makePage({ addresses: [] }), [input])
    expect(nowhere.ok || faultyClaim(nowhere.failure)).toBeNull()
  })

  test('has no time where the page states none that exists', async () => {
    for (const published of [null, 'yesterday', '2031-02-30T00:00:00Z']) {
      expect(await save({}, makePage({ published }))).toMatchObject({ published: null })
    }
  })

  test('can be deleted, and put back as it was', async () => {
    const claim = await save()
    expect(await deleteReaderClaims(ports, [claim.id])).toEqual({ ok: true, value: [claim] })
    expect(await ports.readerClaims.listAll()).toEqual([])
    expect(await deleteReaderClaims(ports, [asClaimId('reader:9')])).toMatchObject({
      failure: { kind: 'not-found' },
    })
    expect(await restoreReaderClaims(ports, [claim])).toMatchObject({ ok: true })
    expect(await ports.readerClaims.listAll()).toEqual([claim])
  })
})

describe('from then on', () => {
  test('the article’s sentence is placed and compared like any claim, marked as the reader’s', async () => {
    expect((await readArticle(ports, makePage())).claims).toEqual([])
    const { id } = await save()
    const reading = await readArticle(ports, makePage())
    expect(reading.recognition).toEqual({ how: 'none' })
    expect(reading.claims).toMatchObject([
      {
        claim: { id, source: { isReaders: true, publisher: 'Elsewhere', published: '2031-03-20' } },
        sentence,
        notPlaced: null,
        markedBy: { relation: 'disputes' },
      },
    ])
    expect(related(reading)).toEqual([['a1#1', 'disputes']])
    // Its sentence was said; the questions of the dossier are offered still.
    expect(reading.sentences.filter(({ span }) => span.start === sentence.start)).toEqual([])
    expect(reading.onFile).toHaveLength(1)
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
  })

  test('under any other address of the page too, and not placed where the sentence went', async () => {
    await save()
    const rewritten = 'All of it was rewritten.'
    const { claims } = await readArticle(
      ports,
      makePage({
        addresses: ['https://www.elsewhere.example/story'],
        text: rewritten,
        story: [{ start: 0, end: rewritten.length }],
      }),
    )
    expect(claims).toMatchObject([{ span: null, notPlaced: 'absent' }])
  })

  test('other articles are compared with it', async () => {
    const { id } = await save()
    const known = makePage({ addresses: ['https://morgenpost.example/a1'] })
    expect(related(await readArticle(ports, known))).toEqual([[id, 'disputes']])
    const other = makePage({ addresses: ['https://third.example/x'], outlet: 'Third' })
    const second = await save({ position: 'no' }, other)
    expect(related(await readArticle(ports, other)).toSorted()).toEqual([
      ['a1#1', 'disputes'],
      [id, 'agrees'],
    ])
    expect(second.id).not.toBe(id)
  })

  test('it is never compared with itself or with others of its page', async () => {
    await save()
    await save({ ...spanOf(10), position: 'yes' })
    const reading = await readArticle(ports, makePage())
    expect(reading.claims).toHaveLength(2)
    expect(related(reading).map(([id]) => id)).toEqual(['a1#1'])
    expect(reading.questions[0]?.isDisputedHere).toBe(true)
  })

  test('on a known article it stands among the dossier’s claims', async () => {
    const known = makePage({ addresses: ['https://morgenpost.example/a1'] })
    const { id } = await save({}, known)
    const reading = await readArticle(ports, known)
    expect(reading.claims.map(({ claim }) => claim.id)).toEqual([id, 'a1#1'])
    expect(related(reading)).toEqual([])
    expect(reading.sentences).toEqual([])
  })

  test('a question looked into has it too; a dossier taken in anew leaves it alone', async () => {
    const { id } = await save()
    await ports.corpus.saveDossier(makeDossier({ version: 2 }))
    const loaded = await loadQuestion(ports, input.question, input.dossier)
    expect(loaded.ok && loaded.value.related.map(({ claim }) => claim.id)).toContain(id)
  })
})
