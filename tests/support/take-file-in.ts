import type { ElementHandle, Page } from 'puppeteer-core'
import { shown } from './shown-words.ts'
import { waitUntil } from './wait-until.ts'

/** Chooses files on a page that takes them in, as a reader does in the browser's dialog. */
export async function chooseFile(page: Page, ...paths: string[]): Promise<void> {
  const found = await waitUntil('a file can be chosen', () => page.$('input[type=file]'))
  await (found as ElementHandle<HTMLInputElement>).uploadFile(...paths)
}

/** Where the file stands that came last, in the page's words; null where there is none. */
export const readStage = (page: Page): Promise<string | null> =>
  page.evaluate(() => [...document.querySelectorAll('.arrival-stage')].at(-1)?.textContent ?? null)

/** How far the bar is, in percent; null where there is none. */
export const readBar = (page: Page): Promise<number | null> =>
  page.evaluate(() => document.querySelector('progress')?.value ?? null)

/** Waits until the last file is shown with what it would do. */
export const waitForPreview = (page: Page, timeoutMs: number): Promise<boolean> =>
  waitUntil(
    'it is shown',
    () => page.evaluate(() => document.querySelector('.arrival:last-of-type .arrival-answer') !== null),
    timeoutMs,
  )

/** Presses a button of the file that came last: the first, "Take in", or the last, "Leave". */
export const answer = (page: Page, which: 'take' | 'leave'): Promise<void> =>
  page.evaluate(
    at => {
      const buttons = [...document.querySelectorAll('.arrival:last-of-type .arrival-answer button')]
      const button = buttons.at(at)
      if (button instanceof HTMLElement) button.click()
    },
    which === 'take' ? 0 : -1,
  )

/**
 * Says yes to the file that came last when it is shown, and waits until the page says how it ended. One that brings nothing
 * is closed.
 */
export async function waitForEnd(page: Page, timeoutMs: number): Promise<string> {
  return waitUntil(
    'the file is in or refused',
    () =>
      page.evaluate(() => {
        const last = [...document.querySelectorAll('.arrival')].at(-1)
        const take = last?.querySelector('.arrival-answer .is-main')
        if (take instanceof HTMLElement) take.click()
        const close = last?.querySelector('.arrival-answer button:only-child')
        if (close instanceof HTMLElement) {
          const said = last?.querySelector('.arrival-stage')?.textContent
          close.click()
          return said
        }
        return last?.querySelector('header button') ? last.querySelector('.arrival-stage')?.textContent : ''
      }),
    timeoutMs,
  )
}

/** Closes what is shown of files that have ended, and leaves those that wait for a word. */
export const dismissAll = async (page: Page): Promise<void> => {
  await waitUntil('nothing is shown of files', () =>
    page.evaluate(() => {
      const leave = [...document.querySelectorAll('.arrival-answer button')].at(-1)
      const close = document.querySelector('.arrival header button') ?? leave
      if (close instanceof HTMLElement) close.click()
      return document.querySelector('.arrival') === null
    }),
  )
}

export const saysTaken = (said: string): boolean =>
  said.startsWith(shown('arrivals_in', '').split(':')[0] ?? '')
