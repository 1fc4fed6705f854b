/** Long enough for the browser to have taken the text over; the address is of no use after that. */
const keptMs = 60_000

/** Hands a text to the browser's downloads. Works in pages only: a worker in Chromium can make no such address. */
export function saveAsFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}
