import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeExtensionHandlers } from '../../../entrypoints/background/extension-handlers'
import { forgetReadings } from '../../../entrypoints/background/readings'
import type { PageState } from '../../../utils/messaging/protocol'
import { beginClaimDraft } from '../../../utils/model/claim-draft'
import type { ClaimEntry, ClaimOrigin } from '../../../utils/model/claim-entry'
import { asClaimId, asDossierId, asQuestionId } from '../../../utils/model/ids'
import type { Result } from '../../../utils/model/result'
import { makeFakeBrowser } from '../../support/fake-browser'
import { makeProposal } from '../../support/make-claim-actions'
import { makeDossier } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const { polyfill } = vi.hoisted(() => ({ polyfill: {} as Record<string, unknown> }))
vi.mock('webextension-polyfill', () => ({ default: polyfill }))

const address = 'https://herald.example/politics/private-phone'
const words = 'The president keeps two phones'
const text = `${words}, an aide says.`
const page: PageState = {
  article: {
    addresses: [address],
    title: 'A page',
    outlet: 'Herald',
    byline: '',
    published: '2031-05-02',
    modified: null,
    language: 'en',
    text,
    story: [{ start: 0, end: text.length }],
  },
  anchors: [],
  beside: { covers: false, isOtherSideFree: false, room: null },
}
const caller = {
  tab: 7,
  url: 'chrome-extension://sidelight/sidebar.html',
  isExtensionPage: true,
  isPrivate: false,
  document: null,
}
const origin: ClaimOrigin = { from: 'passage', passage: { start: 0, end: words.length }, words }
const entry: ClaimEntry = {
  statement: 'She has two.',
  speaker: null,
  chain: [],
  about: null,
  subject: 'Tilda Oranje',
  dossier: asDossierId('oranje-phones'),
  question: asQuestionId('two-phones'),
  position: 'yes',
}

let fake: ReturnType<typeof makeFakeBrowser>
let ports: ReturnType<typeof createMemoryPorts>
let asked: ReturnType<typeof makeExtensionHandlers>
beforeEach(async () => {
  fake = makeFakeBrowser(['https://herald.example/*'])
  for (const key of Object.keys(polyfill)) delete polyfill[key]
  Object.assign(polyfill, fake.browser)
  vi.stubGlobal('browser', fake.browser)
  ports = createMemoryPorts()
  await ports.corpus.saveDossier(makeDossier())
  forgetReadings()
  asked = makeExtensionHandlers(ports)
  fake.openTab(7, address, { 'page/collect': page, 'reader/ping': true })
})
const take = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.detail}`)
  return result.value
}

describe('claims of the reader’s', () => {
  test('are proposed and made of the page of the tab, and pages hear of it', async () => {
    const proposed = take(await asked['claim/propose']({ origin }, caller))
    expect(proposed).toMatchObject({ words, outlet: 'Herald', address, entry: { about: '2031-05-02' } })
    const { claim, before } = take(await asked['claim/make']({ origin, entry, seenMs: null }, caller))
    expect(before).toBeNull()
    expect(await ports.readerClaims.load(claim)).toMatchObject({
      addresses: [address],
      statement: 'She has two.',
    })
    expect(fake.told).toContainEqual({ tab: 7, name: 'page/refresh', request: { what: 'reading' } })
    // An edit asks no page for anything.
    const edit: ClaimOrigin = { from: 'claim', claim }
    const outside = { ...caller, tab: null }
    expect(take(await asked['claim/propose']({ origin: edit }, outside)).entry.statement).toBe('She has two.')
    const changed = take(
      await asked['claim/make']({ origin: edit, entry: { ...entry, position: 'no' }, seenMs: null }, outside),
    )
    expect(changed.before).toMatchObject({ position: 'yes' })
  })

  test('of words need their page', async () => {
    const outside = { ...caller, tab: null }
    expect(await asked['claim/propose']({ origin }, outside)).toMatchObject({
      failure: { kind: 'page-gone' },
    })
    expect(await asked['claim/make']({ origin, entry, seenMs: null }, outside)).toMatchObject({
      failure: { kind: 'page-gone' },
    })
  })

  test('that are begun are kept tab by tab', async () => {
    const drafts = [beginClaimDraft(origin, makeProposal())]
    expect(take(await asked['draft/list']({}, caller))).toEqual([])
    take(await asked['draft/keep']({ drafts }, caller))
    expect(take(await asked['draft/list']({ tab: 7 }, { ...caller, tab: null }))).toEqual(drafts)
    expect(take(await asked['draft/list']({ tab: 8 }, caller))).toEqual([])
    take(await asked['draft/keep']({ drafts: [] }, caller))
    expect(take(await asked['draft/list']({}, caller))).toEqual([])
    expect(await asked['draft/list']({}, { ...caller, tab: null })).toMatchObject({
      failure: { kind: 'page-gone' },
    })
  })
})

test('claims of dossiers are remarked, and the sidebar is told which are hidden', async () => {
  const claim = asClaimId('a1#1')
  expect(
    take(await asked['claim/remark']({ claim, remark: { kind: 'hidden', reason: '' } }, caller)),
  ).toEqual({
    before: null,
  })
  const view = take(await asked['view/load']({}, caller))
  expect(view.hidden).toMatchObject([{ claim, kind: 'hidden' }])
  expect(view.address).toBe(address)
  expect(take(await asked['claim/remark']({ claim, remark: null }, caller)).before).toMatchObject({ claim })
  expect(take(await asked['view/load']({}, caller)).hidden).toEqual([])
})

test('a dossier of the reader’s own is on file at once, for the gate too', async () => {
  const wanted = {
    id: null,
    title: 'Bells',
    terms: ['bell', 'tower'],
    questions: [{ id: null, text: 'By hand?' }],
  }
  const { dossier } = take(await asked['dossier/save-own']({ entry: wanted }, caller))
  expect((await ports.corpus.listDossiers()).map(({ id }) => id)).toContain(dossier)
  expect(String(fake.local.get('gate'))).toContain(dossier)
})
