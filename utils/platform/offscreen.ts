interface Offscreen {
  createDocument(given: { url: string; reasons: string[]; justification: string }): Promise<void>
  closeDocument(): Promise<void>
}

/**
 * Does something while a page of ours stands where nobody sees it. For what Chromium's worker lacks; only Chromium has it,
 * and only with the permission `offscreen`.
 * @param url of the page, within the package
 */
export async function withHiddenPage<T>(url: string, work: () => Promise<T>): Promise<T> {
  const { chrome } = globalThis as unknown as { chrome: { offscreen: Offscreen } }
  // One that a worker left that was stopped in the middle.
  await chrome.offscreen.closeDocument().catch(() => {})
  await chrome.offscreen.createDocument({
    url,
    reasons: ['BLOBS'],
    justification: 'makes the address of a backup that goes into the downloads',
  })
  try {
    return await work()
  } finally {
    await chrome.offscreen.closeDocument().catch(() => {})
  }
}
