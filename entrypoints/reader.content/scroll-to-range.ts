/** How much of the window, from its top, a passage is brought to: below most sites' fixed heads, above a sheet. */
const shareOfHeight = 0.3

/** Brings a passage into view, in one step where the reader wants less motion. Leaves what is in view alone. */
export function scrollToRange(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect()
  const isInView = top >= 80 && bottom <= window.innerHeight * 0.66
  if (isInView) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  // First by the browser, which also scrolls boxes inside the page; then to the height that is wanted.
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
  const by = range.getBoundingClientRect().top - window.innerHeight * shareOfHeight
  window.scrollBy({ top: by, behavior: calm ? 'instant' : 'smooth' })
}
