import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { waitForSidebar } from '../support/find-sidebar'
import { readPainted, selectWords } from '../support/marks'
import { readSamplePage } from '../support/sample-pages'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const html = readSamplePage('herald-private-phone.html')
const [, body = ''] = /<body[^>]*>([\s\S]*)<\/body>/.exec(html) ?? []
/** The same page, whose story a script writes some time after it was loaded. */
const late = html
  .replace(body, '<h1>Spies listened to president’s private phone</h1>')
  .replace(
    '</body>',
    () =>
      `<script>setTimeout(() => { document.body.innerHTML = ${JSON.stringify(body).replaceAll('</', '<\\/')} }, 900)</script></body>`,
  )
const added = 'The harbour office has lent the palace a telephone of the old kind'

describe.each(browsers)('pages that write themselves in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  const countMarked = async (page: Parameters<typeof readPainted>[0]) => (await readPainted(page)).length

  it('a story that comes late is read when it is there', async () => {
    const address = 'http://www.lowland-herald.example/politics/dovan-private-phone?late'
    story.server.put(address, late)
    const page = await story.tested.openPage(address)
    await waitUntil('it is marked', async () => (await countMarked(page)) >= 26)
    await page.close()
  })

  it('a story that is put there anew keeps its marks, and new words can be highlighted', async () => {
    const address = 'http://www.lowland-herald.example/politics/dovan-private-phone?anew'
    story.server.put(address, html)
    const page = await story.tested.openPage(address)
    await waitForSidebar(page)
    await waitUntil('it is marked', async () => (await countMarked(page)) >= 26)
    const before = await readPainted(page)
    await page.evaluate(words => {
      // biome-ignore lint/correctness/noSelfAssign: what hydration does, all elements are other ones afterwards
      document.body.innerHTML = document.body.innerHTML
      const paragraph = document.createElement('p')
      paragraph.textContent = `${words}, says its keeper.`
      document.querySelector('p')?.before(paragraph)
    }, added)
    await waitUntil('it is marked again', async () => {
      const after = await readPainted(page)
      return after.every(({ text }) => text !== '') && after.length === before.length
    })
    expect((await readPainted(page)).map(({ text }) => text).toSorted()).toEqual(
      before.map(({ text }) => text).toSorted(),
    )
    await selectWords(page, added)
    await story.tested.pressShortcut(page, 'save-highlight')
    await waitUntil('it is saved', async () => {
      const { text } = await askExtension(story.tested, 'backup/export', {})
      return JSON.parse(text).highlights.some(
        (each: { selectors: { exact: string }[] }) => each.selectors[0]?.exact === added,
      )
    })
    await page.close()
  })
})
