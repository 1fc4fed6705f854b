interface Flavours {
  plain: string
  html: string
}

/**
 * Puts a text on the clipboard as plain text and as HTML; must be called in the reader's click itself. A page in another
 * origin's frame is refused the clipboard's own API unless the outer page allows it; the older command is not, but only
 * within the click: it comes first. False where neither is let through.
 */
export async function copyText(copied: Flavours): Promise<boolean> {
  if (copyByCommand(copied)) return true
  try {
    await navigator.clipboard.writeText(copied.plain)
    return true
  } catch {
    return false
  }
}

/** The browser's "copy", with our text put in the place of a selection. */
function copyByCommand({ plain, html }: Flavours): boolean {
  let isFilled = false
  const fill = (event: ClipboardEvent) => {
    if (!event.clipboardData) return
    event.clipboardData.setData('text/plain', plain)
    event.clipboardData.setData('text/html', html)
    event.preventDefault()
    isFilled = true
  }
  document.addEventListener('copy', fill, { capture: true, once: true })
  try {
    return document.execCommand('copy') && isFilled
  } catch {
    return false
  } finally {
    document.removeEventListener('copy', fill, { capture: true })
  }
}
