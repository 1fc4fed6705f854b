import { treeOf } from './shadow-trees'
import { weights } from './weights'

/**
 * Whether text at `element` stands on a dark ground. The page's own ground decides, not what the reader prefers:
 * most pages are light whatever the system says. Asks for computed styles of the element and those around it: once per page.
 */
export function isDarkPage(element: Element): boolean {
  const view = element.ownerDocument.defaultView
  if (!view) return false
  for (let at: Element | null = element; at; at = at.parentElement ?? treeOf(at)?.host ?? null) {
    const style = view.getComputedStyle(at)
    const ground = readColour(style.backgroundColor)
    // A picture says nothing that can be read; the text on it does.
    if (style.backgroundImage !== 'none' && style.backgroundImage !== '') break
    if (ground && ground.alpha > 0.5) return ground.luminance < weights.darkLuminance
  }
  // No ground of its own: the browser's canvas. Light text tells a dark one.
  const text = readColour(view.getComputedStyle(element).color)
  return text !== null && text.luminance > weights.lightTextLuminance
}

/** Relative luminance (WCAG 2.2) and alpha of a computed `rgb()` or `color(srgb …)`; null for what else there is. */
function readColour(value: string): { luminance: number; alpha: number } | null {
  const numbers = (value.match(/[\d.]+(e-?\d+)?/g) ?? []).map(Number)
  const isSrgb = value.startsWith('color(srgb ')
  if (!value.startsWith('rgb') && !isSrgb) return null
  const [r, g, b, alpha = 1] = numbers
  if (r === undefined || g === undefined || b === undefined) return null
  const linear = [r, g, b].map(each => {
    const share = isSrgb ? each : each / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const [red = 0, green = 0, blue = 0] = linear
  return { luminance: 0.2126 * red + 0.7152 * green + 0.0722 * blue, alpha }
}
