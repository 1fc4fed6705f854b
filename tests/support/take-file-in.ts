import type { ElementHandle, Page } from 'puppeteer-core'
import { shown } from './shown-words.ts'
import { waitUntil } from './wait-until.ts'

/** Chooses a file on the options page, as a reader does in the browser's dialog. */
export async function chooseFile(options: Page, path: string): Promise<void> {
  const found = await waitUntil('a file can be chosen', () => options.$('input[type=file]'))
  const input = found as ElementHandle<HTMLInputElement>
  // The dialog is opened by a click, at which the page forgets the file before.
  await input.evaluate(element => {
    element.value = ''
  })
  await input.uploadFile(path)
}

/** What the options page last said of it. */
export const readSaid = (options: Page): Promise<string> =>
  options.evaluate(() => document.querySelector('[role=status]')?.textContent ?? '')

/** How far the bar is, in percent; null where there is none. */
export const readBar = (options: Page): Promise<number | null> =>
  options.evaluate(() => document.querySelector('progress')?.value ?? null)

/** Waits until the options page says how it ended. */
export const waitForEnd = (options: Page, timeoutMs: number): Promise<string> =>
  waitUntil('the file is in or refused', () => readSaid(options), timeoutMs)

export const saysTaken = (said: string): boolean =>
  said.startsWith(shown('options_imported', '').split(':')[0] ?? '')
