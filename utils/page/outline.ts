import type { TextObserver } from './text-map'

/** A block element of the page. */
export interface Section {
  element: Element
  /** Index of the section around it, -1 for the root. */
  parent: number
  /** Its stretch of the text map. */
  start: number
  end: number
}

/** Text that stands in one section without another section in between: a paragraph, mostly. */
export interface Run {
  section: number
  start: number
  end: number
  /** Units of text without white space at either end, and how many of them are links. */
  length: number
  linkLength: number
}

/** A page's blocks and paragraphs as flat lists in document order; parents come before children. */
export interface Outline {
  sections: Section[]
  runs: Run[]
}

/** Made in the same walk as the text map: hand `observer` to createTextMap, then read the lists. */
export function createOutline(): Outline & { observer: TextObserver } {
  const sections: Section[] = []
  const runs: Run[] = []
  const open: number[] = []
  let linkDepth = 0
  let run: Run | null = null
  return {
    sections,
    runs,
    observer: {
      enter(element, name, isBlock, offset) {
        if (name === 'a') linkDepth++
        // A line break is a block of no content: it ends no paragraph.
        if (!isBlock || name === 'br') return
        run = null
        open.push(sections.push({ element, parent: open.at(-1) ?? -1, start: offset, end: offset }) - 1)
      },
      leave(name, isBlock, offset) {
        if (name === 'a') linkDepth--
        if (!isBlock || name === 'br') return
        run = null
        const section = sections[open.pop() ?? -1]
        if (section) section.end = offset
      },
      text(data, offset) {
        const length = data.trim().length
        if (length === 0) return
        if (!run) {
          const start = offset + data.length - data.trimStart().length
          run = { section: open.at(-1) ?? 0, start, end: start, length: 0, linkLength: 0 }
          runs.push(run)
        }
        run.end = offset + data.trimEnd().length
        run.length += length
        if (linkDepth > 0) run.linkLength += length
      },
    },
  }
}
