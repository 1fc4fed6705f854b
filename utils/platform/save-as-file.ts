/** Long enough for the browser to have taken the text over; the address is of no use after that. */
const keptMs = 60_000

/** Hands the pieces of a file to the browser's downloads. Works in pages only: a worker in Chromium can make no such address. */
export function saveAsFile(name: string, parts: BlobPart[], type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}

/** A JSON file, or a piece of one: what it holds lies outside of the page's memory. */
export const jsonFile = (parts: BlobPart[]): Blob => new Blob(parts, { type: 'application/json' })
