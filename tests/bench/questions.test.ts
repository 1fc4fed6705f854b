import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/launch-chromium'
import { makeVolumeDossier } from '../support/make-volume-dossier'
import { type Story, startStory } from '../support/start-story'
import { chooseFile, waitForEnd } from '../support/take-file-in'
import { waitUntil } from '../support/wait-until'
import { median, writeBenchFigures } from './bench-figures'

const rounds = 5
const size = 10_000

/** What it takes the library in Chromium, 1280 px wide, to show a question that ten thousand claims answer. */
describe('a question of ten thousand claims', () => {
  let story: Story
  const figures: Record<string, number> = {}
  const file = join(tmpdir(), `sidelight-question-${process.pid}.json`)

  beforeAll(async () => {
    story = await startStory(launchChromium, {
      isWithoutSample: true,
      viewport: { width: 1280, height: 900 },
    })
    const volume = makeVolumeDossier({ claims: size })
    const [question] = volume.questions
    if (!question) throw new Error('no question')
    const claims = volume.claims.map(claim => ({
      ...claim,
      bearsOn: claim.bearsOn.slice(0, 1).map(answer => ({ ...answer, question: question.id })),
    }))
    writeFileSync(file, JSON.stringify({ ...volume, claims }))
    const desk = await story.tested.openExtensionPage('options.html')
    await desk.evaluate(() =>
      chrome.runtime.sendMessage({
        sidelight: 1,
        name: 'settings/save',
        request: { change: { isModelOn: false } },
      }),
    )
    await chooseFile(desk, file)
    await waitForEnd(desk, 120_000)
    await desk.close()
  }, 600_000)
  afterAll(async () => {
    rmSync(file, { force: true })
    await story?.end()
    writeBenchFigures('questions', figures)
  })

  it('is read and drawn, narrowed, and looked at more closely', async () => {
    const times = new Map<string, number[]>()
    for (let round = 0; round < rounds; round += 1) {
      const page = await story.tested.openExtensionPage('library.html#questions')
      await waitUntil('questions are listed', () =>
        page.evaluate(() => document.querySelector('.question-list a')?.textContent ?? ''),
      )
      const measured = await page.evaluate(measureQuestion)
      expect(measured.claims).toMatch(/^10,?000 claims/)
      for (const [name, ms] of Object.entries(measured.ms)) times.set(name, [...(times.get(name) ?? []), ms])
      await page.close()
    }
    expect([...times.keys()].sort()).toEqual(Object.keys(names).sort())
    for (const [key, name] of Object.entries(names)) figures[name] = Math.round(median(times.get(key) ?? []))
  })
})

const names = {
  opened: 'from the click until all is painted, reading of 10,000 claims included, ms',
  named: 'from the click until its heading stands, ms',
  drawn: 'from 10,000 claims in memory until all is painted, ms (aim: under 300)',
  narrowed: 'one leader chosen until that is painted, ms',
  closer: 'one step closer until that is painted, ms',
  longest: 'longest task of all that, ms (aim: under 100)',
}

/** Runs in the page: opens the first question, and gives how long each step took until it was painted, ms. */
async function measureQuestion(): Promise<{ claims: string; ms: Record<keyof typeof names, number> }> {
  let longest = 0
  const observer = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ type: 'longtask' })
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)
  const said = () => find('.question-open [role=status]')?.textContent ?? ''
  const isBusy = () => find('.question-open [aria-busy=true]') !== null
  const measure = async (act: () => void, isDone: () => boolean): Promise<number> => {
    const startMs = performance.now()
    act()
    while (!isDone()) await new Promise(resolve => requestAnimationFrame(resolve))
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - startMs
  }
  /** What else follows, as the zoom that is fetched, is no part of the next measurement. */
  const rest = () => new Promise(resolve => setTimeout(resolve, 300))

  const heading = find('.question-list a')?.textContent
  let named = 0
  const startMs = performance.now()
  const opened = await measure(
    () => find('.question-list a')?.click(),
    () => {
      if (named === 0 && find('.question-open h2')?.textContent === heading)
        named = performance.now() - startMs
      return find('.point') !== null && !isBusy()
    },
  )
  const claims = said()
  await rest()
  find('.filter summary')?.click()
  const narrowed = await measure(
    () => find('.filter[open] input[type=checkbox]')?.click(),
    () => said() !== claims && !isBusy(),
  )
  await rest()
  const drawn = await measure(
    () => find('.question-filters > .act')?.click(),
    () => said() === claims && !isBusy(),
  )
  await rest()
  const first = find('.timeline-zoom button:not([aria-disabled=true])')
  const before = find('.tick-label')?.textContent
  const closer = await measure(
    () => first?.click(),
    () => find('.tick-label')?.textContent !== before && !isBusy(),
  )
  await rest()
  return { claims, ms: { opened, named, drawn, narrowed, closer, longest } }
}
