import type { ClaimOrigin, ClaimProposal, EntryField } from './claim-entry'
import type { Position, Speaker } from './dossier'
import type { DossierId, QuestionId } from './ids'

/** A claim that is being written, as its form has it. */
export interface ClaimDraft {
  /** The same for all that is begun of the same words, highlight or claim. */
  key: string
  origin: ClaimOrigin
  /** Of the page that it was begun on; '' in the library. */
  address: string
  /** What it began with. */
  proposal: ClaimProposal
  statement: string
  /** Without a name: the outlet itself. */
  speaker: Speaker
  /** A member a line. */
  chain: string
  /** As it is typed: EDTF, or nothing. */
  about: string
  subject: string
  asked: { dossier: DossierId; question: QuestionId } | null
  position: Position | null
}

export const keyOfOrigin = (origin: ClaimOrigin): string => {
  if (origin.from === 'passage') return `passage ${origin.words}`
  return origin.from === 'highlight' ? `highlight ${origin.highlight}` : `claim ${origin.claim}`
}

/** A draft as its form begins. */
export function beginClaimDraft(origin: ClaimOrigin, proposal: ClaimProposal): ClaimDraft {
  const { statement, speaker, chain, about, subject, position } = proposal.entry
  return {
    key: keyOfOrigin(origin),
    origin,
    address: proposal.address,
    proposal,
    statement,
    speaker: speaker ?? { name: '', kind: 'named' },
    chain: chain.join('\n'),
    about: about ?? '',
    subject,
    asked: proposal.asked,
    position,
  }
}

/** The field of a form that a failure of the background is about; null where it is about none. */
export function faultyField(detail: string): EntryField | null {
  const [name = ''] = /^[a-z]+/.exec(detail) ?? []
  const fields: readonly EntryField[] = [
    'statement',
    'speaker',
    'chain',
    'about',
    'subject',
    'question',
    'position',
  ]
  return fields.find(field => field === name) ?? null
}
