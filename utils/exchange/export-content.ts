import type { Edtf } from '../model/dossier'
import type { Highlight, HighlightColour } from '../model/highlight'
import type { ClaimOnFile } from '../model/reading'

/** An article as it goes out, with what was chosen of it. */
export interface ExportArticle {
  /** Null where nobody says where it stands. */
  url: string | null
  title: string
  outlet: string
  published: Edtf | null
  /** Oldest first. */
  highlights: Highlight[]
  /** Of dossiers, and the reader's own (`source.isReaders`). */
  claims: ClaimOnFile[]
}

/** What is written into a file. */
export interface ExportContent {
  /** ms since 1970, UTC. */
  exportedAtMs: number
  articles: ExportArticle[]
  /** Texts of the questions that the claims bear on, by id; one that is missing stands there by its id. */
  questions: Partial<Record<string, string>>
  /** What the reader calls each colour; '' or absent where it has its own name. */
  colourNames?: Record<HighlightColour, string>
}

/** A piece of a file, as formats write them one after the other: so that a page may do other things between two. */
export type ExportPart = string | Uint8Array<ArrayBuffer>

/** By UTF-16 units and not by a language's rules: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const byTime = (a: Highlight, b: Highlight): number => a.createdMs - b.createdMs || byText(a.id, b.id)

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** What is said of a claim in one line: through whom it came, which time it is about, and whether the reader says so. */
export const factsOf = ({ chain, about, source }: ClaimOnFile): string[] => [
  chain.join(' › '),
  ...(about ? [`about ${about}`] : []),
  ...(source.isReaders ? ['my reading'] : []),
]

export const nameOfColour = ({ colourNames }: ExportContent, colour: HighlightColour): string =>
  colourNames?.[colour] || colour
