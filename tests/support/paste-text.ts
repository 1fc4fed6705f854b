import type { TestBrowser } from './test-browser.ts'
import { waitUntil } from './wait-until.ts'

/** A page with a field to paste into. */
export const pasteHtml =
  '<!doctype html><meta charset="utf-8"><title>Paper</title><textarea rows="40" cols="80"></textarea>'

/** What is on the clipboard, as a page at this address (`pasteHtml`) takes it. */
export async function pasteText(tested: TestBrowser, address: string): Promise<string> {
  const paper = await tested.openPage(address)
  await paper.bringToFront()
  await paper.click('textarea')
  await paper.keyboard.down('Control')
  await paper.keyboard.press('KeyV')
  await paper.keyboard.up('Control')
  const pasted = await waitUntil('it is pasted', () =>
    paper.evaluate(() => document.querySelector('textarea')?.value),
  )
  await paper.close()
  return pasted
}
