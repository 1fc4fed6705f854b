import type { Edtf, Locator, Position, Speaker } from './dossier'
import type { ClaimId, DossierId, HighlightId, QuestionId } from './ids'
import type { Failure } from './result'
import type { Span } from './span'

/**
 * What the reader takes a sentence of an article to say: "this article says yes". The reader's own, as highlights are:
 * no dossier that is taken in or out changes it.
 *
 * No words of the article are kept but what finds the passage again: a locator is enough to place it on the same page,
 * and unlike selectors it may be handed on. An article that was rewritten there lists it as not placed.
 */
export interface ReaderClaim {
  id: ClaimId
  /** Where it was made, then where its words were met since. */
  addresses: string[]
  /** What the page stated of itself when it was made, besides. */
  statedAddresses?: string[]
  title: string
  outlet: string
  /** When the page says that it was published, to the day; null where it does not. */
  published: Edtf | null
  locator: Locator
  /** What the sentence says, in the reader's words. */
  statement: string
  dossier: DossierId
  question: QuestionId
  position: Position
  /** Whose phones. */
  subject: string
  /** Who says it, and from whom to whom it came; absent: the outlet itself. */
  speaker?: Speaker
  chain?: string[]
  /** The time that it is about; null where nobody says. Absent: that of publication. */
  about?: Edtf | null
  /** The highlight that it was made from. */
  highlight?: HighlightId
  /** The reader says that the sentence does not say this: kept against a machine's reading, and shown nowhere. */
  isRejected?: true
  createdMs: number
  modifiedMs: number
}

/** What the reader says that a sentence of the page says: it replaces whatever a machine read there. */
export interface NewReaderClaim extends Pick<ReaderClaim, 'speaker' | 'chain' | 'isRejected'> {
  sentence: Span
  /** The sentence as the reader saw it: a page that was rewritten since must not be answered for. */
  text: string
  dossier: DossierId
  question: QuestionId
  position: Position
  subject: string
  statement: string
}

/** Which of several a fault is about, in the words of a failure. */
export const faultOfClaim = (index: number, fault: string): string => `claims[${index}].${fault}`

/** The other way: the place in the list of the one that was refused; null where no single one is to blame. */
export function faultyClaim({ detail }: Failure): number | null {
  const index = /^claims\[(\d+)\]\./.exec(detail)?.[1]
  return index === undefined ? null : Number(index)
}
