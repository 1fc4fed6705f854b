import { expect, test } from 'vitest'
import { asClaimId, asDossierId, asQuestionId } from '../../../utils/model/ids'
import {
  type FilteredTimeline,
  noFilter,
  type OpenedQuestion,
  type TimelineFilter,
} from '../../../utils/model/questions-on-file'
import { listQuestions } from '../../../utils/services/list-questions'
import { openQuestion } from '../../../utils/services/open-question'
import { surveyClaims } from '../../../utils/services/survey-claims'
import { makeArticle, makeClaim, makeDossier, makeReaderClaim } from '../../support/make-dossier'
import { makeTurns } from '../../support/make-turns'
import { createMemoryPorts } from '../../support/memory-ports'

const dossier = makeDossier()
const turns = makeTurns()

/** Harbour Post carries Ada Quill twice, of two years; Isle Echo an aide, and Ada's first words again; one has no date. */
async function fill() {
  const ports = createMemoryPorts()
  const ada = { name: 'Ada Quill', kind: 'named' as const }
  const says = (id: string, article: string, position: 'yes' | 'no', about: string | null, change = {}) => ({
    ...makeClaim(id, article, { listened: position }),
    speaker: ada,
    chain: ['Ada Quill', 'Harbour Post'],
    about,
    ...change,
  })
  await ports.corpus.saveDossier(
    makeDossier({
      articles: [
        makeArticle('h1', { publisher: 'Harbour Post', published: '2031-04-02' }),
        makeArticle('h2', { publisher: 'Harbour Post', published: '2033-04-02' }),
        makeArticle('i1', { publisher: 'Isle Echo', published: '2031-04-03' }),
        makeArticle('i2', { publisher: 'Isle Echo', published: '', leader: 'Oss' }),
      ],
      claims: [
        says('h1#1', 'h1', 'yes', '2031-03'),
        says('h2#1', 'h2', 'no', '2033-03'),
        says('i1#1', 'i1', 'yes', '2031-03'),
        {
          ...says('i1#2', 'i1', 'no', '2031-03'),
          speaker: { name: 'an aide', kind: 'anonymous' },
          chain: ['an aide', 'Isle Echo'],
        },
        says('i2#1', 'i2', 'no', null),
      ],
    }),
  )
  return ports
}
const listened = asQuestionId('listened')

async function narrow(
  opened: OpenedQuestion,
  filter: Partial<TimelineFilter> = {},
): Promise<FilteredTimeline> {
  const result = await opened.filter({ ...noFilter, ...filter })
  if (!result.ok) throw new Error(result.failure.detail)
  return result.value
}

async function open(ports: Awaited<ReturnType<typeof fill>>): Promise<OpenedQuestion> {
  const result = await openQuestion(ports, listened, dossier.id, { turns })
  if (!result.ok) throw new Error(result.failure.detail)
  return result.value
}

test('holds every claim of a question, the reader’s too, one point a source and time', async () => {
  const ports = await fill()
  await ports.readerClaims.save([
    makeReaderClaim('own', {
      question: listened,
      dossier: dossier.id,
      position: 'partly',
      published: '2032-01-05',
    }),
    makeReaderClaim('no', { question: listened, dossier: dossier.id, isRejected: true }),
  ])
  const { pauses } = turns.seen
  const opened = await open(ports)
  expect(turns.seen.pauses).toBeGreaterThan(pauses + 5)
  expect(opened).toMatchObject({ claims: 6, years: { from: 2031, to: 2033 }, title: dossier.title })
  const { points, undated, counts } = await narrow(opened)
  expect(points.map(({ claim, position, outlets }) => [claim, position, outlets])).toEqual([
    ['h1#1', 'yes', 2],
    ['i1#2', 'no', 1],
    ['own', 'partly', 1],
    ['h2#1', 'no', 1],
  ])
  expect(undated).toEqual(['i2#1'])
  expect(counts.sources).toBe(5)
  expect(opened.find(asClaimId('own'))?.source.isReaders).toBe(true)
})

test('narrows by each part, and counts what another choice would leave', async () => {
  const opened = await open(await fill())
  const claimsOf = async (filter: Partial<TimelineFilter>) => (await narrow(opened, filter)).claims.length
  expect(await claimsOf({ outlet: ['isle echo'] })).toBe(3)
  expect(await claimsOf({ outlet: ['isle echo', 'harbour post'] })).toBe(5)
  expect(await claimsOf({ kind: ['anonymous'] })).toBe(1)
  expect(await claimsOf({ subject: ['oss'] })).toBe(1)
  expect(await claimsOf({ speaker: ['ada quill'], outlet: ['isle echo'] })).toBe(2)
  expect(await claimsOf({ since: 2032 })).toBe(1)
  expect(await claimsOf({ until: 2032 })).toBe(3)
  expect(await claimsOf({ outlet: ['nowhere'] })).toBe(0)
  const { options } = await narrow(opened, { outlet: ['isle echo'], kind: ['anonymous'] })
  expect(options.outlet).toEqual([{ value: 'isle echo', label: 'Isle Echo', claims: 1 }])
  expect(options.kind.map(({ value, claims }) => [value, claims])).toEqual([
    ['named', 2],
    ['anonymous', 1],
  ])
})

test('says so where there is no such question, and stops where it is told to', async () => {
  const ports = await fill()
  expect(await openQuestion(ports, asQuestionId('none'), dossier.id, { turns })).toMatchObject({
    ok: false,
    failure: { kind: 'not-found' },
  })
  expect(await openQuestion(ports, listened, asDossierId('none'), { turns })).toMatchObject({ ok: false })
  expect(await openQuestion(ports, listened, dossier.id, { turns, signal: { aborted: true } })).toMatchObject(
    {
      ok: false,
      failure: { kind: 'cancelled' },
    },
  )
  const opened = await open(ports)
  expect(await opened.filter(noFilter, { aborted: true })).toMatchObject({ failure: { kind: 'cancelled' } })
  const survey = await surveyClaims(ports, { turns })
  expect(
    survey.ok && (await survey.value.compareOutlets(['isle echo'], null, { aborted: true })),
  ).toMatchObject({
    failure: { kind: 'cancelled' },
  })
  expect(await surveyClaims(ports, { turns, signal: { aborted: true } })).toMatchObject({
    failure: { kind: 'cancelled' },
  })
})

test('lists all questions with how much is on file', async () => {
  const ports = await fill()
  await ports.readerClaims.save([
    makeReaderClaim('own', { question: asQuestionId('two-phones'), dossier: dossier.id, position: 'yes' }),
  ])
  expect(await listQuestions(ports)).toMatchObject([
    { question: { id: 'two-phones' }, claims: 1, own: 1, counts: null, hasBoth: false },
    { question: { id: 'listened' }, claims: 5, own: 0, counts: { outlets: 2 }, hasBoth: true },
  ])
})

test('tells how a speaker’s statements changed, and on which questions outlets differ', async () => {
  const ports = await fill()
  const result = await surveyClaims(ports, { turns })
  if (!result.ok) throw new Error(result.failure.detail)
  const { value: survey } = result
  expect(survey).toMatchObject({ claims: 5, left: 0 })
  expect(survey.speakers).toEqual([
    { key: 'ada quill', name: 'Ada Quill', kind: 'named', claims: 4, questions: 1, changed: 1 },
  ])
  const [row] = await survey.openSpeaker('ada quill')
  expect(row?.changes).toBe(1)
  expect(
    row?.statements.map(({ claim, position, repeats, change }) => [
      claim.id,
      position,
      repeats.length,
      change,
    ]),
  ).toEqual([
    ['h1#1', 'yes', 1, null],
    ['h2#1', 'no', 0, { relation: 'later account differs', from: 'yes', claim: 'h1#1' }],
    ['i2#1', 'no', 0, null],
  ])
  expect(survey.outlets.map(({ key, claims }) => [key, claims])).toEqual([
    ['isle echo', 3],
    ['harbour post', 2],
  ])
  const oranje = survey.subjects[0]?.value ?? null
  const rows = await survey.compareOutlets(['isle echo', 'harbour post'], oranje)
  const [compared] = rows.ok ? rows.value : []
  expect(compared).toMatchObject({
    question: { id: 'listened' },
    cells: [
      { yes: 1, no: 1, partly: 0, unknown: 0 },
      { yes: 1, no: 1, partly: 0, unknown: 0 },
    ],
    isDifferent: false,
  })
  const claims = compared && (await survey.openCell('isle echo', compared, oranje))
  expect(claims?.map(({ id }) => id)).toEqual(['i1#1', 'i1#2'])
  expect(await survey.openSpeaker('nobody')).toEqual([])
})
