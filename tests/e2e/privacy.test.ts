import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listHighlights } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { clickRole, findRole } from '../support/find-role'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted, selectWords } from '../support/marks'
import { mainAddress, readSamplePage } from '../support/sample-pages'
import { strictPolicy } from '../support/serve-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { pause, waitUntil } from '../support/wait-until'

const passage = 'tell of patience wearing thin'
const secret = 'xylophone quartz'

/** Stands in the page's head and notes all that a curious page can hear. */
const spy = `<script>
window.heard = []
for (const type of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput', 'message', 'focusin', 'copy', 'paste'])
  addEventListener(type, event => heard.push([type, event.key ?? '', String(event.data ?? '')].join(' ')), true)
const attach = Element.prototype.attachShadow
window.roots = []
Element.prototype.attachShadow = function (init) { const root = attach.call(this, init); roots.push(root); return root }
</script>`

describe.each(browsers)('what a page learns in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  it('hears nothing of what is typed in the sidebar, and finds no way into it', async () => {
    const html = readSamplePage('herald-private-phone.html').replace('<head>', `<head>${spy}`)
    story.server.put(mainAddress, html)
    const page = await story.tested.openPage(mainAddress)
    const sidebar = await waitForSidebar(page)
    await selectWords(page, passage)
    await story.tested.pressShortcut(page, 'save-highlight')
    await clickRole(sidebar, 'tab', /Highlights/)
    const note = await waitUntil('there is a note', () => findRole(sidebar, 'textbox', shown('sidebar_note')))
    const before = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.length)
    await note.type(secret)
    await waitUntil('it is typed', () =>
      sidebar.evaluate(
        typed => [...document.querySelectorAll('textarea')].some(({ value }) => value === typed),
        secret,
      ),
    )
    const learned = await page.evaluate(() => {
      const { heard, roots } = window as unknown as { heard: string[]; roots: ShadowRoot[] }
      const hosts = [...document.querySelectorAll('*')].filter(element => element.shadowRoot)
      return {
        heard,
        roots: roots.length,
        openRoots: hosts.length,
        frames: window.length,
        iframes: document.querySelectorAll('iframe').length,
        resources: performance.getEntriesByType('resource').map(({ name }) => name),
        html: document.documentElement.outerHTML,
      }
    })
    // Focus that leaves for the frame is all that may be seen; no key, no message.
    expect(learned.heard.filter(line => line.startsWith('message'))).toEqual([])
    expect(learned.heard.slice(before).filter(line => !line.startsWith('focusin'))).toEqual([])
    expect(learned).toMatchObject({ roots: 0, openRoots: 0, frames: 0, iframes: 0 })
    expect(learned.resources.filter(name => name.includes('extension:'))).toEqual([])
    expect(learned.html).not.toContain('extension:')
    expect(learned.html).not.toContain(secret)
    story.server.put(mainAddress, readSamplePage('herald-private-phone.html'))
    await page.close()
  })

  it('works under a policy that lets nothing load and no string become HTML', async () => {
    const address = 'http://strict.example/politics/dovan'
    story.server.put(address, { body: readSamplePage('herald-private-phone.html'), headers: strictPolicy })
    const page = await story.tested.openPage(address)
    await waitUntil('it is marked', async () => (await readPainted(page)).length > 0)
    // The policy forbids the page's own style sheet: its lines fill the window, and the sidebar waits to be asked.
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    const sidebar = await waitForSidebar(page)
    await waitUntil('all claims are listed', async () => /Claims\s+13/.test(await textOf(sidebar)))
    await page.close()
  })

  it('keeps no database in the page’s origin, and asks no server for anything', async () => {
    story.server.forget()
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    await pause(1_000)
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    const asked = story.server.requests().filter(({ path }) => path !== '/favicon.ico')
    expect(asked).toEqual([
      { method: 'GET', host: new URL(mainAddress).host, path: new URL(mainAddress).pathname },
    ])
    await page.close()
  })

  it('does nothing for events and messages that a page makes up', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    const before = (await listHighlights(story.tested)).length
    await page.bringToFront()
    await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('h1') ?? document.body)
      const key = { key: 'H', code: 'KeyH', altKey: true, shiftKey: true, bubbles: true }
      for (const target of [document, window, document.body]) {
        target.dispatchEvent(new KeyboardEvent('keydown', key))
        target.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
      }
      const highlight = {
        addresses: ['http://x.example/'],
        title: '',
        outlet: '',
        note: 'forged',
        selectors: [],
      }
      const forged = { sidelight: 1, name: 'highlight/save', request: { highlight } }
      window.postMessage(forged, '*')
      for (const element of document.documentElement.children)
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))
    })
    await pause(800)
    const after = await listHighlights(story.tested)
    expect(after).toHaveLength(before)
    await page.close()
  })
})
