import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { clickRole, findRole } from '../support/find-role'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted } from '../support/marks'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const address = 'http://eveningpost.example/2026/02/03/listening-again'
const sentence =
  'Sorland’s service went on hearing the calls of president Mirela Dovan all through the spring, one analyst maintains.'
const html = `<!doctype html><html lang="en"><head><title>Spies still listen to the president’s phone, analyst maintains</title>
<meta property="og:type" content="article"><meta name="author" content="A. Quill"><style>article { max-width: 620px }</style></head><body><article>
<h1>Spies still listen to the president’s phone, analyst maintains</h1>
<p>${sentence}</p>
<p>The evening was a mild one in Limmark, and on the quay the herring was sold by the crate as it is every year when the boats come in before dusk.</p>
<p>Whoever walks there hears of nothing but the line on which the president of Arvenia is said to have been overheard, and of who pays for the phone.</p>
</article></body></html>`

describe.each(browsers)('an article that is not on file in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    // By its words alone; what the reading model adds is in machine-read.test.ts.
    await askExtension(story.tested, 'settings/save', { change: { isModelOn: false } })
  })
  afterAll(() => story?.end())

  it('without the model shows which sentence may speak of what is on file, and keeps what the reader says it says', async () => {
    await askExtension(story.tested, 'settings/save', { change: { isModelOn: false } })
    story.server.put(address, html)
    const page = await story.tested.openPage(address)
    const sidebar = await waitForSidebar(page)
    await waitUntil('the sentence is listed', async () => (await textOf(sidebar)).includes(sentence))
    await waitUntil('it is marked', async () =>
      (await readPainted(page)).some(({ text }) => text === sentence),
    )
    const before = await loadView(story.tested, address)
    expect(before.reading.claims).toEqual([])
    const [found] = before.reading.sentences
    expect(found?.text).toBe(sentence)
    expect(new Set(found?.related.map(({ relation }) => relation))).toEqual(new Set(['related']))

    await page.bringToFront()
    await clickRole(sidebar, 'button', shown('position_yes'))
    await clickRole(sidebar, 'button', shown('sidebar_keep'))
    await waitUntil('it is compared', async () => (await textOf(sidebar)).includes(shown('shared_yours')))
    const after = await loadView(story.tested, address)
    expect(after.reading.claims).toMatchObject([{ claim: { source: { isReaders: true } } }])
    expect(after.reading.questions).toHaveLength(1)
    expect(after.reading.questions[0]?.related.length).toBeGreaterThan(0)

    await page.bringToFront()
    await page.reload()
    const anew = await waitForSidebar(page)
    await waitUntil('it is there after a reload', async () =>
      (await textOf(anew)).includes(shown('shared_yours')),
    )
    await clickRole(anew, 'button', shown('sidebar_takeBack'))
    await waitUntil('it is gone', async () => !(await textOf(anew)).includes(shown('shared_yours')))
    await waitUntil('undo is offered', () => findRole(anew, 'button', shown('sidebar_undo')))
    await page.close()
  })
})
