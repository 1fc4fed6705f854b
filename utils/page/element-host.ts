import { roomAttribute } from '../model/sidebar-place'
import { hostAttribute } from './host-attribute'
import { weights } from './weights'

export interface ElementHost {
  /** What we draw goes in here. The page cannot get at it: closed, and on an element that it cannot define. */
  root: ShadowRoot
  /** Says to the rule for it which room the page is to make; null: none. */
  markRoom(room: string | null): void
  dispose(): void
}

/**
 * `!important` in a shadow tree's own rule wins over any of the page's (CSS Cascade 5, 6.1), a style attribute included.
 * The host has no box of its own to speak of: what we draw is `position: fixed` and takes its own pointer events.
 */
const hostRule = `:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  display: block !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
}
@media print { :host { display: none !important } }
`

/**
 * Puts an element of ours on the page, behind the body so that no rule or script for the body's children meets it.
 * A `div` and not an element of a name of our own: the page could define that name, and would be given its closed root
 * (ElementInternals.shadowRoot). `styles` is the style sheet of what we draw.
 * A page that takes the element out gets it back a few times, as long as it `isWanted`, then is let be. After
 * `dispose` the page is as it was.
 */
export function createElementHost(
  document: Document,
  styles: string,
  isWanted: () => boolean = () => true,
): ElementHost {
  const host = document.createElement('div')
  host.setAttribute(hostAttribute, '')
  const root = host.attachShadow({ mode: 'closed' })
  adopt(document, root, hostRule + styles)
  const put = () => {
    document.documentElement.append(host)
    liftAbove(host)
  }
  put()

  let returns = 0
  const observer = new MutationObserver(() => {
    if (host.parentNode === document.documentElement) liftAbove(host)
    else if (isWanted() && returns++ < weights.hostReturns) put()
    else observer.disconnect()
  })
  // Menus of some pages push the whole page aside by a class on its root.
  observer.observe(document.documentElement, { childList: true, attributeFilter: ['class', 'style'] })
  return {
    root,
    markRoom(room) {
      if (room === null) host.removeAttribute(roomAttribute)
      else host.setAttribute(roomAttribute, room)
    },
    dispose() {
      observer.disconnect()
      host.remove()
    },
  }
}

/** Whatever of these is set, what is `fixed` inside stands in the element and not in the window (CSS Transforms 1, 3). */
const catches = [
  'transform',
  'translate',
  'rotate',
  'scale',
  'perspective',
  'filter',
  'contain',
  'willChange',
] as const

/** On a page whose root is transformed our element goes into the top layer, which is the window's whatever the page does. */
function liftAbove(host: HTMLElement): void {
  const root = host.ownerDocument.documentElement
  const style = getComputedStyle(root)
  if (host.popover || catches.every(name => /^(none|auto|)$/.test(style[name] ?? ''))) return
  host.popover = 'manual'
  host.showPopover?.()
}

/**
 * Takes out what an instance of ours left that the browser ended without a word, as Firefox does when the extension
 * is reloaded. Paint needs no such care: its names are fixed, and painting replaces it.
 */
export function removeLeftovers(document: Document): void {
  for (const left of document.querySelectorAll(`html > [${hostAttribute}]`)) left.remove()
}

/**
 * A constructed sheet works under any policy of the page, in content scripts of Chromium 156 and Firefox 153 (tried,
 * `default-src 'none'` with Trusted Types). Older versions of Firefox refuse sheets made across the border between
 * content script and page ("Accessing from Xray wrapper is not supported"): there a style element stands in.
 */
function adopt(document: Document, root: ShadowRoot, text: string): void {
  const view = document.defaultView
  try {
    const sheet = new (view?.CSSStyleSheet ?? CSSStyleSheet)()
    sheet.replaceSync(text)
    root.adoptedStyleSheets = [sheet]
  } catch {
    const style = document.createElement('style')
    style.textContent = text
    root.append(style)
  }
}
