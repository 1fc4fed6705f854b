import type { Page } from 'puppeteer-core'
import type { ExtensionRequests } from '../../utils/messaging/protocol'
import type { Highlight } from '../../utils/model/highlight'
import type { ModelUse } from '../../utils/model/model-use'
import type { Reading } from '../../utils/model/reading'
import type { TestBrowser } from './test-browser.ts'
import { waitUntil } from './wait-until.ts'
import './webextension-api.ts'

type Requested<K extends keyof ExtensionRequests> = Parameters<ExtensionRequests[K]>[0]
type Replied<K extends keyof ExtensionRequests> = ReturnType<ExtensionRequests[K]>

/** Asks the background as an extension page does, from a page of its own. Throws where the reply is a failure. */
export async function askExtension<K extends keyof ExtensionRequests>(
  tested: TestBrowser,
  name: K,
  request: Requested<K>,
): Promise<Replied<K>> {
  return unwrap(name, await tryExtension(tested, name, request))
}

type Answer<T> = { ok: true; value: T } | { ok: false; failure: { kind: string; detail: string } }

function unwrap<T>(name: string, reply: Answer<T>): T {
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.kind}: ${reply.failure.detail}`)
  return reply.value
}

/** The same, with the failure as data. */
export async function tryExtension<K extends keyof ExtensionRequests>(
  tested: TestBrowser,
  name: K,
  request: Requested<K>,
): Promise<Answer<Replied<K>>> {
  return atDesk(tested, desk => send(desk, name, request))
}

async function send(desk: Page, name: string, request: unknown) {
  // As text: of an object that stands in the reply twice, what comes from Firefox has the second one missing.
  const reply = await desk.evaluate(
    async message => JSON.stringify(await chrome.runtime.sendMessage(message)),
    { sidelight: 1, name, request },
  )
  return JSON.parse(reply)
}

/** A page of the extension for one errand. Not the options: they have the reading model tried each time they open. */
export async function atDesk<T>(tested: TestBrowser, act: (desk: Page) => Promise<T>): Promise<T> {
  const desk = await tested.openExtensionPage('welcome.html')
  try {
    return await act(desk)
  } finally {
    await desk.close()
  }
}

/** The number of the tab that shows this address (its site must be granted). */
export const findTab = (tested: TestBrowser, address: string): Promise<number> =>
  atDesk(tested, desk => tabAt(desk, address))

async function tabAt(desk: Page, address: string): Promise<number> {
  const id = await desk.evaluate(async wanted => {
    const tabs = await chrome.tabs.query({})
    return tabs.findLast(tab => tab.url?.startsWith(wanted))?.id ?? null
  }, address)
  if (id === null) throw new Error(`no tab shows ${address}`)
  return id
}

/** Everything the sidebar of the tab at this address would show, as data. */
export const loadView = (tested: TestBrowser, address: string): Promise<Replied<'view/load'>> =>
  atDesk(tested, async desk =>
    unwrap('view/load', await send(desk, 'view/load', { tab: await tabAt(desk, address) })),
  )

/** All highlights that are saved, as a backup has them. */
export const listHighlights = async (tested: TestBrowser): Promise<Highlight[]> =>
  JSON.parse((await askExtension(tested, 'backup/export', {})).text).highlights

/**
 * What is read of the article at an address, as soon as the model stands so with it: a view that is loaded before has what
 * was found so far.
 */
export const loadReading = (tested: TestBrowser, address: string, is: ModelUse['is']): Promise<Reading> =>
  waitUntil(
    `the model is: ${is}`,
    async () => {
      const { reading } = await loadView(tested, address)
      return reading.modelUse.is === is ? reading : null
    },
    30_000,
  )
