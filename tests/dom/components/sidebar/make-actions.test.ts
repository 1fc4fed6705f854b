import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeActions } from '../../../../entrypoints/sidebar/make-actions'
import { asHighlightId } from '../../../../utils/model/ids'
import { makeReaderClaim } from '../../../support/make-sentences-reading'

const open = vi.fn()
const sendMessage = vi.fn(async () => ({ ok: true, value: undefined }))
const runtime = { id: 'sidelight', sendMessage, getURL: (path: string) => `moz-extension://x/${path}` }
const origins = ['http://courier.example/*', 'https://courier.example/*']

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubGlobal('open', open)
})
afterEach(() => vi.unstubAllGlobals())

describe('"Always on this site"', () => {
  test.each([
    [true, 'granted', 1],
    [false, 'refused', 1],
  ])('asks within the click: %s', async (isGranted, value, told) => {
    const request = vi.fn(async () => isGranted)
    vi.stubGlobal('chrome', { runtime, permissions: { request } })
    const asked = makeActions(undefined).grantSite('courier.example')
    expect(request).toHaveBeenCalledWith({ origins })
    expect(await asked).toEqual({ ok: true, value })
    expect(sendMessage).toHaveBeenCalledTimes(told)
    expect(open).not.toHaveBeenCalled()
  })

  test('opens a page that asks where a frame may not', async () => {
    open.mockReturnValue({})
    vi.stubGlobal('chrome', { runtime })
    const asked = makeActions(undefined).grantSite('courier.example')
    expect(open).toHaveBeenCalledWith('moz-extension://x/options.html?grant=courier.example', '_blank')
    expect(await asked).toEqual({ ok: true, value: 'elsewhere' })
  })

  test('says so where no tab could be opened', async () => {
    open.mockReturnValue(null)
    vi.stubGlobal('chrome', { runtime })
    expect(await makeActions(undefined).grantSite('courier.example')).toMatchObject({
      ok: false,
      failure: { kind: 'not-allowed' },
    })
  })
})

test('what the reader says of a sentence is asked of the background, for the tab where there is one', async () => {
  vi.stubGlobal('chrome', { runtime })
  const actions = makeActions(12)
  const { id, ...own } = makeReaderClaim()
  const { dossier, question, position, subject, statement } = own
  const claim = {
    sentence: { start: 1, end: 9 },
    text: 'a sentence',
    dossier,
    question,
    position,
    subject,
    statement,
  }
  await actions.showSentence(480)
  await actions.saveClaims([claim])
  await actions.deleteClaims([id])
  await actions.restoreClaims([{ id, ...own }])
  const asked = sendMessage.mock.calls as unknown as [unknown][]
  expect(asked.map(([message]) => message)).toEqual([
    expect.objectContaining({ name: 'sentence/show', request: { tab: 12, sentence: 480 } }),
    expect.objectContaining({ name: 'claim/save', request: { tab: 12, claims: [claim] } }),
    expect.objectContaining({ name: 'claim/delete', request: { claims: [id] } }),
    expect.objectContaining({ name: 'claim/restore', request: { claims: [{ id, ...own }] } }),
  ])
})

test('a link to a highlight is asked of the background, for the tab where there is one', async () => {
  vi.stubGlobal('chrome', { runtime })
  const highlight = asHighlightId('h1')
  await makeActions(12).citeHighlight(highlight)
  await makeActions(undefined).citeHighlight(highlight)
  const asked = sendMessage.mock.calls as unknown as [unknown][]
  expect(asked.map(([message]) => message)).toEqual([
    expect.objectContaining({ name: 'highlight/cite', request: { tab: 12, highlight } }),
    expect.objectContaining({ name: 'highlight/cite', request: { highlight } }),
  ])
})
