/** How much of the window, from its top, a passage is brought to: below most sites' fixed heads, above a sheet. */
const shareOfHeight = 0.3

/**
 * Brings a passage into view; what is in view stays where it is. Smoothly where the reader does not want less motion,
 * but at once where something is to stand beside it (`isInstant`). `hiddenPx` of the window, from below, are under a
 * sheet of ours.
 */
export function scrollToRange(range: Range, hiddenPx: number, isInstant = false): void {
  const heightPx = window.innerHeight - hiddenPx
  const { top, bottom } = range.getBoundingClientRect()
  if (top >= 80 && bottom <= heightPx * 0.66) return
  const isCalm = isInstant || matchMedia('(prefers-reduced-motion: reduce)').matches
  // First by the browser, which also scrolls boxes inside the page; then to the height that is wanted.
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
  const by = range.getBoundingClientRect().top - heightPx * shareOfHeight
  window.scrollBy({ top: by, behavior: isCalm ? 'instant' : 'smooth' })
}
