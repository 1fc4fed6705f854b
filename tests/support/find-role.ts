import type { ElementHandle, Frame, Page } from 'puppeteer-core'
import { pause, waitUntil, within } from './wait-until.ts'

/** Clicks what has this role and name, as assistive technology sees it. */
export async function clickRole(shown: Page | Frame, role: string, name: string | RegExp): Promise<void> {
  const startMs = performance.now()
  for (;;) {
    const handle = await waitUntil(`there is a ${role} “${name}”`, () => findRole(shown, role, name))
    const wasClicked = await watchClick(handle)
    try {
      // A click that takes its own frame away (closing the sidebar) is at times never answered.
      await within(handle.click(), unansweredMs, undefined)
    } catch (error) {
      // Drawn anew between being found and being clicked, or not drawn yet: nothing was clicked, so it is found anew.
      const isLate = performance.now() - startMs > undrawnMs
      if (isLate || !String(error).includes('not clickable')) throw error
      await pause(50)
      continue
    }
    // A frame that was put into its page just now gets no press for some hundredths of a second: the page below does. And what
    // is drawn anew between press and release gets no click.
    if (await wasClicked()) return
    if (performance.now() - startMs > undrawnMs) throw new Error(`no click came to the ${role} “${name}”`)
    await pause(50)
  }
}

/** Tells afterwards whether a click came to an element; true, too, where its document is gone by then. */
async function watchClick(handle: ElementHandle<Element>): Promise<() => Promise<boolean>> {
  const clicks = await handle.evaluateHandle(element => {
    const seen = { count: 0 }
    const count = (event: Event) => {
      if (event.composedPath().includes(element)) seen.count++
    }
    element.ownerDocument.addEventListener('click', count, { capture: true })
    return seen
  })
  return () =>
    within(
      clicks.evaluate(({ count }) => count > 0).catch(() => true),
      unansweredMs,
      true,
    )
}

/** Much longer than any click takes, and than a page in front leaves something undrawn, ms. */
const unansweredMs = 5_000
const undrawnMs = 10_000

/** The first shown element of that role whose name is (or matches) `name`; null where none is. */
export async function findRole(shown: Page | Frame, role: string, name: string | RegExp) {
  const wanted = typeof name === 'string' ? { text: name } : { source: name.source, flags: name.flags }
  const handle = await shown.evaluateHandle(
    (role, wanted) => {
      const tags: Record<string, string> = {
        button: 'button,summary,[role=button]',
        link: 'a[href],[role=link]',
        heading: 'h1,h2,h3,h4,h5,h6,[role=heading]',
        textbox: 'textarea,input:not([type]),input[type=text],[role=textbox]',
        checkbox: 'input[type=checkbox],[role=checkbox],[role=switch]',
        radio: 'input[type=radio],[role=radio]',
      }
      const nameOf = (element: Element): string => {
        const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
        const byIds = ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ')
        const label = (element as HTMLInputElement).labels?.[0]?.textContent
        const text = (element as HTMLElement).innerText ?? element.textContent
        return (element.getAttribute('aria-label') || byIds || label || text || '')
          .replace(/\s+/g, ' ')
          .trim()
      }
      const fits = (text: string) =>
        'text' in wanted ? text === wanted.text : new RegExp(wanted.source ?? '', wanted.flags).test(text)
      const found = [...document.querySelectorAll(tags[role] ?? `[role="${role}"]`)]
      return found.find(e => e.getClientRects().length > 0 && fits(nameOf(e))) ?? null
    },
    role,
    wanted,
  )
  const element = handle.asElement()
  if (!element) await handle.dispose()
  return element as ElementHandle<Element> | null
}
