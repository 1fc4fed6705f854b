import { fingerprint } from '../model/fingerprint'
import type { Highlight } from '../model/highlight'
import { asHighlightId } from '../model/ids'
import { limits } from '../model/limits'
import { type Result, succeed } from '../model/result'
import { tidyTags } from '../model/tags'
import { type Fault, failWith, quote } from './describe-faults'
import { type ForeignEntry, type ForeignPassage, into, itemsOf, type Spot } from './foreign-entry'
import { parseJson } from './parse-json'
import { looksLikeAnnotations, readAnnotations } from './read-annotations'
import { looksLikeHypothesis, readHypothesis } from './read-hypothesis'
import { clipperPagesOf, looksLikeClipperPage, readObsidian } from './read-obsidian'
import { looksLikeReadwise, readReadwise } from './read-readwise'

/** Whose file it is: W3C annotations (ours and others'), or one of three programs'. */
export type ForeignFormat = 'annotations' | 'hypothesis' | 'obsidian' | 'readwise'

/** What a file of another program brings. */
export interface ForeignFile {
  format: ForeignFormat
  highlights: Highlight[]
  /** Those of them of which the file does not say when they were made: they have the time of reading. */
  undated: ReadonlySet<string>
  /** What is not taken, each with its place in the file and why. */
  refused: Fault[]
}

/** Whether a file's beginning may be that of one that `readForeign` knows. */
export const mayBeForeign = (start: string): boolean =>
  /^\uFEFF?\s*[[{]/.test(start) || looksLikeReadwise(start)

/**
 * The highlights of another program's file, which is told by its shape. An entry that cannot be a highlight is refused by
 * itself; bad input where that is all of them, or where the text is broken (with line and column). Null where it is of no
 * known shape.
 */
export function readForeign(text: string, nowMs: number): Result<ForeignFile> | null {
  if (looksLikeReadwise(text)) {
    const entries = readReadwise(text)
    return entries.ok ? collect('readwise', entries.value, nowMs) : entries
  }
  const parsed = parseJson(text)
  if (!parsed.ok) return parsed
  const found = readByShape({ value: parsed.value, path: '' })
  return found && collect(found.format, found.entries, nowMs)
}

function readByShape(root: Spot): { format: ForeignFormat; entries: ForeignEntry[] } | null {
  if (looksLikeAnnotations(root)) return { format: 'annotations', entries: readAnnotations(root) }
  const rows = ['rows', 'annotations'].map(name => into(root, name)).find(({ value }) => Array.isArray(value))
  const list = Array.isArray(root.value) ? root : rows
  if (list && itemsOf(list).some(looksLikeHypothesis)) {
    return { format: 'hypothesis', entries: readHypothesis(list) }
  }
  if (Array.isArray(root.value)) {
    const pages = itemsOf(root)
    return pages.some(looksLikeClipperPage) ? { format: 'obsidian', entries: readObsidian(pages) } : null
  }
  const kept = into(root, 'highlights')
  const pages = clipperPagesOf(kept.value === undefined ? root : kept)
  return pages.some(looksLikeClipperPage) ? { format: 'obsidian', entries: readObsidian(pages) } : null
}

function collect(
  format: ForeignFormat,
  entries: readonly ForeignEntry[],
  nowMs: number,
): Result<ForeignFile> {
  const highlights: Highlight[] = []
  const undated = new Set<string>()
  const refused: Fault[] = []
  const first = new Map<string, string>()
  for (const { path, passage, faults } of entries) {
    const all = [...faults, ...faultsOf(passage, path, first.get(passage.key))]
    if (passage.key !== '' && !first.has(passage.key)) first.set(passage.key, path)
    if (all[0]) refused.push(all[0])
    else {
      const highlight = toHighlight(format, passage, nowMs)
      highlights.push(highlight)
      if (passage.createdMs === null && passage.modifiedMs === null) undated.add(highlight.id)
    }
  }
  if (highlights.length === 0 && refused.length > 0) return failWith(refused)
  return succeed({ format, highlights, undated, refused })
}

/** What only shows once an entry is read whole. */
function faultsOf(
  { key, addresses, title, tags, own }: ForeignPassage,
  path: string,
  earlier?: string,
): Fault[] {
  const refuse = (what: string): Fault[] => [{ path, what }]
  if (earlier !== undefined) return refuse(`has the id of ${earlier} too: ${quote(key)}`)
  if (addresses.length === 0 && title === '') return refuse('says neither address nor title of its article')
  const most = Math.max(addresses.length, own?.statedAddresses.length ?? 0)
  if (most > limits.addresses) return refuse(`has more than ${limits.addresses} addresses`)
  if (tidyTags(tags) === null) {
    return refuse(`must have at most ${limits.tags} tags, of at most ${limits.tag} characters each`)
  }
  return []
}

/** Under an id that is the same whenever the same entry is read, so that a file that is taken in twice brings nothing new. */
function toHighlight(format: ForeignFormat, passage: ForeignPassage, nowMs: number): Highlight {
  const { key, addresses, title, outlet, exact, prefix, suffix, note, tags, colour, own } = passage
  const createdMs = passage.createdMs ?? passage.modifiedMs ?? nowMs
  const place = addresses[0] ?? title
  const name = key || [place, prefix, exact, suffix].join('\n')
  const quoted = { type: 'TextQuoteSelector' as const, exact, prefix, suffix }
  return {
    id: own?.id ?? asHighlightId(`${format}-${fingerprint(name)}`),
    addresses: [...new Set(addresses)],
    ...(own && own.statedAddresses.length > 0 && { statedAddresses: own.statedAddresses }),
    title,
    outlet,
    selectors: own?.position ? [quoted, own.position] : [quoted],
    note,
    tags: tidyTags(tags) ?? [],
    colour,
    createdMs,
    modifiedMs: passage.modifiedMs ?? createdMs,
    anchoredMs: own?.anchoredMs ?? createdMs,
    pageModified: own?.pageModified ?? null,
  }
}
