import type { Edtf, Position, Question, Speaker } from './dossier'
import { isEdtf } from './edtf'
import type { ClaimId, DossierId, HighlightId, QuestionId } from './ids'
import { limits } from './limits'
import type { Span } from './span'

/** What the reader makes a claim of: words selected on a page, a highlight, or a claim of their own that is to say something else. */
export type ClaimOrigin =
  | { from: 'passage'; passage: Span; words: string }
  | { from: 'highlight'; highlight: HighlightId }
  | { from: 'claim'; claim: ClaimId }

/** All that the reader says of it. */
export interface ClaimEntry {
  statement: string
  /** Null: the outlet itself. */
  speaker: Speaker | null
  /** From whom it came to whom, the outlet last; the speaker need not stand in it. */
  chain: string[]
  /** The time that it is about; null where nobody says. */
  about: Edtf | null
  /** Whose phones. */
  subject: string
  dossier: DossierId
  question: QuestionId
  position: Position
}

/** A question that a claim may answer. */
export interface OfferedQuestion {
  dossier: DossierId
  /** The dossier's title. */
  topic: string
  question: Question
}

/** What a form for a claim begins with. */
export interface ClaimProposal {
  /** The words that it is made of; of a claim that is edited its statement. */
  words: string
  entry: Omit<ClaimEntry, 'dossier' | 'question' | 'position'> & { position: Position | null }
  /** Null where none is sure enough. */
  asked: { dossier: DossierId; question: QuestionId } | null
  /** The likeliest first. */
  offered: OfferedQuestion[]
  outlet: string
  /** Of the page that it is made on; '' where that is not open. */
  address: string
  /** Of a claim that is edited: how it stood then, ms. */
  seenMs: number | null
}

/** A part of an entry, as a form has it. */
export type EntryField = 'statement' | 'speaker' | 'chain' | 'about' | 'subject' | 'question' | 'position'
export type EntryFault = 'empty' | 'too-long' | 'no-date'

/** A statement is one sentence; the longest of the reader's own, in UTF-16 units. */
export const longestStatement = 500

/** The words that a statement begins with, cut between two of them where they are too many. */
export const cutStatement = (words: string): string =>
  words.length <= longestStatement ? words : words.slice(0, longestStatement).replace(/\s+\S*$/, '')

/** What is wrong with an entry that is being written, in the order of the form; none is chosen yet where it is null. */
export function findEntryFaults(
  entry: Pick<ClaimEntry, 'statement' | 'speaker' | 'chain' | 'subject'> & {
    about: string | null
    question: QuestionId | null
    position: Position | null
  },
): { field: EntryField; fault: EntryFault }[] {
  const { statement, speaker, chain, about, subject, question, position } = entry
  const faults: { field: EntryField; fault: EntryFault | null }[] = [
    { field: 'statement', fault: faultOfText(statement, longestStatement) },
    { field: 'position', fault: position ? null : 'empty' },
    { field: 'question', fault: question ? null : 'empty' },
    { field: 'speaker', fault: speaker && faultOfText(speaker.name, limits.name) },
    {
      field: 'chain',
      fault:
        chain.length > limits.chain || chain.some(member => member.length > limits.name) ? 'too-long' : null,
    },
    { field: 'about', fault: about === null || isEdtf(about) ? null : 'no-date' },
    { field: 'subject', fault: faultOfText(subject, limits.name) },
  ]
  return faults.flatMap(({ field, fault }) => (fault ? [{ field, fault }] : []))
}

const faultOfText = (text: string, most: number): EntryFault | null =>
  text.trim() === '' ? 'empty' : text.length > most ? 'too-long' : null
