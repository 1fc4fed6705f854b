import type { Page } from 'puppeteer-core'
import { waitUntil } from './wait-until.ts'

/** A file that a page handed to the browser's downloads. */
export interface SavedFile {
  name: string
  /** Its bytes as text. */
  text: string
}

/** Catches the files that a page hands over from now on, instead of having the browser save them. */
export const catchSaved = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const saved: SavedFile[] = []
    if (Reflect.get(globalThis, 'saved')) return void Object.assign(globalThis, { saved })
    Object.assign(globalThis, { saved })
    const make = URL.createObjectURL.bind(URL)
    const blobs = new Map<string, Blob>()
    URL.createObjectURL = (blob: Blob) => {
      const url = make(blob)
      blobs.set(url, blob)
      return url
    }
    const click = HTMLAnchorElement.prototype.click
    HTMLAnchorElement.prototype.click = function catchFile() {
      if (!this.download) return click.call(this)
      blobs
        .get(this.href)
        ?.text()
        .then(text => (Reflect.get(globalThis, 'saved') as SavedFile[]).push({ name: this.download, text }))
    }
  })

export const listSaved = (page: Page): Promise<SavedFile[]> =>
  page.evaluate(() => Reflect.get(globalThis, 'saved') as SavedFile[])

/** The one file that something hands over. */
export async function savedBy(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  await catchSaved(page)
  await act()
  return waitUntil('a file is handed over', async () => (await listSaved(page))[0])
}
