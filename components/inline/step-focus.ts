const steps = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
])

/** What the arrows go round in a mark's card. */
const cardStops = '.actions button, .close'

/**
 * Arrow keys go round the buttons of a card or toolbar, Home and End to its first and last; Tab does as ever.
 * False where the key is none of these, or the focus is not on one of its buttons: then the arrows scroll.
 */
export function stepFocus(card: HTMLElement, key: string, selector = cardStops): boolean {
  const stops = [...card.querySelectorAll<HTMLElement>(selector)]
  const active = (card.getRootNode() as Document | ShadowRoot).activeElement
  const at = stops.indexOf(active as HTMLElement)
  const by = steps.get(key)
  const to =
    key === 'Home' ? 0 : key === 'End' ? stops.length - 1 : by ? (at + by + stops.length) % stops.length : -1
  if (at < 0 || to < 0) return false
  stops[to]?.focus()
  return true
}
