import { beforeEach, describe, expect, test } from 'vitest'
import { asHighlightId } from '../../../utils/model/ids'
import { limits } from '../../../utils/model/limits'
import { undoStep } from '../../../utils/services/change-highlight'
import { deleteHighlights, tagHighlights } from '../../../utils/services/change-highlights'
import { listArticles } from '../../../utils/services/list-articles'
import { forgetHistory, keepStates, rememberSpotted } from '../../../utils/services/remember-visit'
import { makeHighlight } from '../../support/make-dossier'
import { createMemoryPorts, createMemorySettings } from '../../support/memory-ports'

let ports: ReturnType<typeof createMemoryPorts>
const ids = ['h1', 'h2', 'h3'].map(asHighlightId)
const first = makeHighlight('h1', { tags: ['Old'] })
const second = makeHighlight('h2', { addresses: ['https://post.example/b'], createdMs: 5_000 })

beforeEach(async () => {
  ports = createMemoryPorts()
  await ports.highlights.commit({ atMs: 1, action: 'create', before: [], after: [first, second] })
})
const tagsNow = async () => (await ports.highlights.listAll()).map(({ tags }) => tags)

describe('several highlights at once', () => {
  test('get tags and lose them in one step, and it is undone as one', async () => {
    const tagged = await tagHighlights(ports, ids, { add: ['new', ' Palace  gate'], remove: ['OLD'] })
    expect(tagged).toMatchObject({ ok: true, value: { ids: ids.slice(0, 2) } })
    expect(await tagsNow()).toEqual([
      ['new', 'Palace gate'],
      ['new', 'Palace gate'],
    ])
    expect(await ports.highlights.listJournal()).toHaveLength(2)
    await undoStep(ports, tagged.ok ? (tagged.value.entry ?? 0) : 0)
    expect(await tagsNow()).toEqual([['Old'], []])
  })

  test('where nothing is to change there is no step', async () => {
    const same = await tagHighlights(ports, ids, { add: [], remove: ['nobody has it'] })
    expect(same).toEqual({ ok: true, value: { entry: null, ids: [] } })
  })

  test('go in one step, and come back', async () => {
    const gone = await deleteHighlights(ports, ids)
    expect(await ports.highlights.count()).toBe(0)
    await undoStep(ports, gone.ok ? (gone.value.entry ?? 0) : 0)
    expect(await ports.highlights.listAll()).toEqual([first, second])
  })

  test('too many, or a tag that is too long, are refused and nothing is changed', async () => {
    const many = Array.from({ length: limits.highlightsAtOnce + 1 }, (_, n) => asHighlightId(`x${n}`))
    const bad = { ok: false, failure: { kind: 'bad-input' } }
    expect(await deleteHighlights(ports, many)).toMatchObject(bad)
    const long = 'x'.repeat(limits.tag + 1)
    expect(await tagHighlights(ports, ids, { add: [long], remove: [] })).toMatchObject(bad)
    expect(await ports.highlights.listAll()).toEqual([first, second])
  })
})

test('articles are listed with what is on them, those last added to first', async () => {
  const states = [
    { highlight: asHighlightId('h1'), state: 'changed' as const },
    { highlight: asHighlightId('nobody'), state: 'lost' as const },
  ]
  expect(await keepStates(ports, states)).toEqual({ ok: true, value: true })
  expect(await keepStates(ports, states)).toEqual({ ok: true, value: false })
  const articles = await listArticles(ports, async () => {})
  expect(articles).toMatchObject([
    { address: 'https://post.example/b', highlights: 1, claims: 0, changed: 0, lost: 0, latestMs: 5_000 },
    { address: 'https://morgenpost.example/a1', highlights: 1, changed: 1, lost: 0 },
  ])
})

test('articles are remembered only where the reader wants it, and for as long', async () => {
  const article = { addresses: ['https://post.example/a'], title: 'A', outlet: 'Post' }
  const { visits, clock } = ports
  const settings = createMemorySettings()
  expect(await rememberSpotted({ visits, clock, settings }, article)).toEqual({ ok: true, value: false })
  await settings.save({ historyDays: 30 })
  await rememberSpotted({ visits, clock, settings }, article)
  expect(await visits.listSpotted()).toHaveLength(1)
  clock.nowIs(clock.nowMs() + 31 * 86_400_000)
  await rememberSpotted({ visits, clock, settings }, { ...article, addresses: ['https://post.example/b'] })
  expect((await visits.listSpotted()).map(({ address }) => address)).toEqual(['https://post.example/b'])
  await settings.save({ historyDays: 0 })
  await forgetHistory({ visits, clock, settings })
  expect(await visits.listSpotted()).toEqual([])
})
