import { speakerKinds } from '../../../utils/model/dossier'
import {
  asClaimId,
  asDossierId,
  asQuestionId,
  type ClaimId,
  type DossierId,
  type QuestionId,
} from '../../../utils/model/ids'
import { filterLists, noFilter, type TimelineFilter } from '../../../utils/model/questions-on-file'

/** Where one is among the questions, so that an address leads there again. */
export type QuestionsPlace =
  | { at: 'questions' }
  | {
      at: 'question'
      dossier: DossierId
      question: QuestionId
      filter: TimelineFilter
      claim: ClaimId | null
    }
  | { at: 'speakers'; speaker: string | null }
  | { at: 'outlets'; outlets: string[]; subject: string | null }

/** As part of an address: what stands behind a form's question mark. '' for the list. */
export function writePlace(place: QuestionsPlace): string {
  if (place.at === 'questions') return ''
  const parts = new URLSearchParams()
  if (place.at === 'question') {
    const { dossier, question, filter, claim } = place
    parts.set('dossier', dossier)
    parts.set('question', question)
    for (const list of filterLists) for (const value of filter[list]) parts.append(list, value)
    for (const side of ['since', 'until'] as const)
      if (filter[side] !== null) parts.set(side, String(filter[side]))
    if (claim !== null) parts.set('claim', claim)
  } else {
    parts.set('by', place.at)
    if (place.at === 'speakers' && place.speaker !== null) parts.set('speaker', place.speaker)
    if (place.at === 'outlets') {
      for (const outlet of place.outlets) parts.append('outlet', outlet)
      if (place.subject !== null) parts.set('subject', place.subject)
    }
  }
  return parts.toString()
}

/** The other way. An address may be anybody's: what cannot be read is left out, and what is no place is the list. */
export function readPlace(text: string): QuestionsPlace {
  const parts = new URLSearchParams(text)
  const get = (name: string): string | null => parts.get(name) || null
  const [dossier, question, claim] = [get('dossier'), get('question'), get('claim')]
  if (dossier !== null && question !== null)
    return {
      at: 'question',
      dossier: asDossierId(dossier),
      question: asQuestionId(question),
      filter: readFilter(parts),
      claim: claim === null ? null : asClaimId(claim),
    }
  if (get('by') === 'speakers') return { at: 'speakers', speaker: get('speaker') }
  if (get('by') === 'outlets')
    return { at: 'outlets', outlets: parts.getAll('outlet'), subject: get('subject') }
  return { at: 'questions' }
}

function readFilter(parts: URLSearchParams): TimelineFilter {
  const year = (name: string): number | null => {
    const text = parts.get(name) ?? ''
    return /^\d{4}$/.test(text) ? Number(text) : null
  }
  return {
    ...noFilter,
    subject: parts.getAll('subject'),
    outlet: parts.getAll('outlet'),
    speaker: parts.getAll('speaker'),
    kind: speakerKinds.filter(kind => parts.getAll('kind').includes(kind)),
    since: year('since'),
    until: year('until'),
  }
}
