import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, findTab, loadReading } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { findDrawnFaults } from '../support/find-drawn-faults'
import { clickRole } from '../support/find-role'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { machineReadAddress, machineReadHtml, telling } from '../support/machine-read-page'
import { readPainted } from '../support/marks'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

describe.each(browsers)('an article that the model reads in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { isWithoutSample: true, viewport: { width: 1400, height: 900 } })
    story.server.put(machineReadAddress, machineReadHtml)
  })
  afterAll(() => story?.end())

  const loadRead = () => loadReading(story.tested, machineReadAddress, 'done')

  it('has claims with position, speaker, time and why, marked on the page and compared', async () => {
    const page = await story.tested.openPage(machineReadAddress)
    const reading = await loadRead()
    const said = (words: string) => reading.claims.find(({ text }) => text === words)
    expect(said(telling.ordinary)).toMatchObject({
      claim: {
        bearsOn: expect.arrayContaining([{ question: 'personal-phone', position: 'yes' }]),
        certainty: { 'personal-phone': 'likely' },
        subject: 'Donald Trump',
        about: '2026-05-04',
      },
    })
    expect(said(telling.warned)?.claim).toMatchObject({
      speaker: { name: 'Orla Tamm', kind: 'named' },
      chain: ['Orla Tamm', 'Evening Post'],
    })
    expect(said(telling.two)?.claim).toMatchObject({
      bearsOn: [{ question: 'several-phones', position: 'yes' }],
      about: '2018',
      speaker: { kind: 'anonymous' },
    })
    for (const { machine } of reading.claims)
      expect(machine?.answers.flatMap(({ neighbours }) => neighbours).length).toBeGreaterThan(0)
    expect(reading.questions.flatMap(({ related }) => related).length).toBeGreaterThan(10)
    // Of the herring, the band and the gulls nothing on file speaks.
    expect(reading.claims.length + reading.sentences.length).toBeLessThan(12)
    await waitUntil('its sentences are marked', async () => {
      const painted = new Set((await readPainted(page)).map(({ text }) => text))
      return Object.values(telling).every(words => painted.has(words))
    })
    const sidebar = await waitForSidebar(page)
    await waitUntil('it stands in the sidebar', async () => (await textOf(sidebar)).includes(telling.two))
    await page.close()
  })

  it('is read as before after its reload, from what was kept', async () => {
    const page = await story.tested.openPage(machineReadAddress)
    const before = await loadRead()
    await page.reload()
    const after = await loadRead()
    expect(after.claims).toEqual(before.claims)
    await page.close()
  })

  it('what the reader says of a sentence takes the place of what was read, and a no does too', async () => {
    const page = await story.tested.openPage(machineReadAddress)
    const { claims, dossier } = await loadRead()
    const [first, second] = claims
    const tab = await findTab(story.tested, machineReadAddress)
    const correct = (here: typeof first, isRejected?: true) => {
      if (!here?.sentence || !here.text || !dossier) throw new Error('nothing to correct')
      const [answer] = here.claim.bearsOn
      if (!answer) throw new Error('it answers nothing')
      return {
        sentence: here.sentence,
        text: here.text,
        dossier: dossier.id,
        question: answer.question,
        position: 'partly' as const,
        subject: 'Donald Trump',
        statement: 'It says so in part.',
        speaker: { name: 'Orla Tamm', kind: 'named' as const },
        chain: ['Orla Tamm', 'Evening Post'],
        ...(isRejected && { isRejected }),
      }
    }
    const saved = await askExtension(story.tested, 'claim/save', {
      tab,
      claims: [correct(first), correct(second, true)],
    })
    expect(saved.claims).toHaveLength(2)
    const after = await loadRead()
    expect(after.claims.find(({ claim: { id } }) => id === saved.claims[0])).toMatchObject({
      text: first?.text,
      claim: { speaker: { name: 'Orla Tamm' }, bearsOn: [{ position: 'partly' }] },
    })
    expect(after.claims.map(({ text }) => text)).not.toContain(second?.text)
    expect(after.rejected.map(({ id }) => id)).toEqual([saved.claims[1]])
    await askExtension(story.tested, 'claim/delete', { claims: saved.claims })
    expect((await loadRead()).claims).toEqual(claims)
    await page.close()
  })

  it('in the sidebar it is no claim with one press, back with another, and all is kept in one step', async () => {
    const page = await story.tested.openPage(machineReadAddress)
    const before = await loadRead()
    const sidebar = await waitForSidebar(page)
    const press = async (key: Parameters<typeof shown>[0]) => {
      await page.bringToFront()
      await clickRole(sidebar, 'button', shown(key))
    }
    await press('sidebar_correct')
    await press('sidebar_notAClaim')
    const [rejected] = await waitUntil('it is no claim', async () => {
      const { rejected: all } = await loadRead()
      return all.length === 1 ? all : null
    })
    expect(before.claims.map(({ claim }) => claim.statement)).toContain(rejected?.statement)
    expect((await loadRead()).claims.map(({ claim }) => claim.statement)).not.toContain(rejected?.statement)
    await press('sidebar_undo')
    await waitUntil('it is one again', async () => (await loadRead()).rejected.length === 0)
    expect((await loadRead()).claims).toEqual(before.claims)

    await press('sidebar_keepArticle')
    await page.bringToFront()
    await clickRole(sidebar, 'button', /^Keep \d+ claims$/)
    // What is kept teaches: sentences that are near it may be read as claims from then on.
    const listKept = async () => (await loadRead()).claims.filter(({ claim }) => claim.source.isReaders)
    const kept = await waitUntil('all is kept', async () => {
      const own = await listKept()
      return own.length >= before.claims.length ? own : null
    })
    expect(new Set(kept.map(({ text }) => text))).toEqual(new Set(before.claims.map(({ text }) => text)))
    expect(kept.find(({ text }) => text === telling.warned)?.claim).toMatchObject({
      speaker: { name: 'Orla Tamm', kind: 'named' },
      chain: ['Orla Tamm', 'Evening Post'],
    })
    await press('sidebar_undo')
    await waitUntil('all is taken back', async () => (await listKept()).length === 0)
    expect((await loadRead()).claims).toEqual(before.claims)
    await page.close()
  })

  it('of a sentence that answers two questions one is corrected, and the other kept with it', async () => {
    const page = await story.tested.openPage(machineReadAddress)
    const before = await loadRead()
    const twofold = before.claims.find(({ claim }) => claim.bearsOn.length > 1)
    if (!twofold) throw new Error('no sentence answers two questions')
    const { id, bearsOn } = twofold.claim
    const sidebar = await waitForSidebar(page)
    const press = (name: string) =>
      waitUntil(`“${name}” is pressed`, () =>
        sidebar.evaluate(
          (id, name) => {
            const buttons = document.querySelectorAll<HTMLElement>(`[data-claim="${id}"] button`)
            const found = [...buttons].find(({ textContent }) => textContent === name)
            found?.click()
            return found !== undefined
          },
          id,
          name,
        ),
      )
    const listOwn = async () =>
      (await loadRead()).claims
        .filter(({ claim }) => claim.source.isReaders)
        .flatMap(({ text, claim }) => claim.bearsOn.map(({ question }) => ({ text, question })))
    await press(shown('sidebar_correct'))
    await press(shown('sidebar_keep'))
    const both = await waitUntil('both are kept', async () => {
      const own = await listOwn()
      return own.length > 1 ? own : null
    })
    const ofQuestion = (question: string) => ({ text: twofold.text, question })
    expect(both).toHaveLength(bearsOn.length)
    expect(both).toEqual(expect.arrayContaining(bearsOn.map(({ question }) => ofQuestion(question))))
    await page.bringToFront()
    await clickRole(sidebar, 'button', shown('sidebar_undo'))
    await waitUntil('both are taken back', async () => (await listOwn()).length === 0)
    expect((await loadRead()).claims).toEqual(before.claims)
    await page.close()
  })

  it.each(['light', 'dark'] as const)(
    'axe finds nothing where it is corrected and kept, %s',
    async scheme => {
      const page = await story.tested.openPage(machineReadAddress)
      await story.tested.setColorScheme(page, scheme)
      await loadRead()
      const sidebar = await waitForSidebar(page)
      for (const key of ['sidebar_correct', 'sidebar_why', 'sidebar_keepArticle'] as const)
        await clickRole(sidebar, 'button', shown(key))
      expect(await findDrawnFaults(sidebar)).toEqual([])
      await page.close()
    },
  )

  it('without the model it is compared by terms, and that is said', async () => {
    await askExtension(story.tested, 'settings/save', { change: { isModelOn: false } })
    const page = await story.tested.openPage(machineReadAddress)
    expect((await loadReading(story.tested, machineReadAddress, 'off')).claims).toEqual([])
    await askExtension(story.tested, 'settings/save', { change: { isModelOn: true } })
    expect((await loadRead()).claims.length).toBeGreaterThan(0)
    await page.close()
  })

  it('another language is not read, and that is said', async () => {
    const address = 'http://abendpost.example/2026/05/04/leitung'
    story.server.put(
      address,
      machineReadHtml
        .replace('<html lang="en">', '<html lang="de">')
        .replace(
          /<p>.*<\/p>/s,
          '<p>Der Präsident Trump hat sein iPhone nicht aus der Hand gegeben, und das ist auch nicht die Frage, die sich hier stellt, sagt eine Frau aus dem Haus, die es wissen muss und die nicht genannt wird.</p>',
        ),
    )
    const page = await story.tested.openPage(address)
    const tab = await findTab(story.tested, address)
    await askExtension(story.tested, 'page/compare', { tab })
    await loadReading(story.tested, address, 'other language')
    await page.close()
  })
})
