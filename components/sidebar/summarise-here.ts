import type { Position } from '../../utils/model/dossier'
import type { ClaimOnFile } from '../../utils/model/reading'
import { type Translate, withCount } from '../shared/words'
import { nameVoice, type Voice } from './name-voice'

/** A claim of the article and what it answers a question with. */
export interface Answered {
  claim: ClaimOnFile
  position: Position
  /** A machine read it, and is not sure. */
  isUnsure?: boolean
}

const says: Record<Position, string> = {
  yes: 'sidebar_saysYes',
  no: 'sidebar_saysNo',
  partly: 'sidebar_saysPartly',
  unknown: 'sidebar_saysOpen',
}
const order: Position[] = ['yes', 'no', 'partly', 'unknown']
const mostNames = 2

/**
 * Who says what in this article, in one line: "the White House says yes, POLITICO’s sources possibly say no". Who surely
 * says something is not named once more as one who possibly does.
 */
export function summariseHere(t: Translate, answers: Answered[]): string {
  const clauses = order.flatMap(position => {
    const ofPosition = answers.filter(answer => answer.position === position)
    const sure = listVoices(
      t,
      ofPosition.filter(({ isUnsure }) => !isUnsure),
    )
    const unsure = listVoices(t, ofPosition).filter(({ name }) => !sure.some(voice => voice.name === name))
    return [
      ...(sure.length > 0 ? [sayClause(t, position, sure, false)] : []),
      ...(unsure.length > 0 ? [sayClause(t, position, unsure, true)] : []),
    ]
  })
  return t('sidebar_hereSummary', clauses.join(', '))
}

/** Each once. */
const listVoices = (t: Translate, answers: Answered[]): Voice[] => [
  ...new Map(answers.map(({ claim }) => nameVoice(t, claim)).map(voice => [voice.name, voice])).values(),
]

function sayClause(t: Translate, position: Position, voices: Voice[], isUnsure: boolean): string {
  const shown = voices.slice(0, mostNames)
  const rest = voices.length - shown.length
  const names = join.format([
    ...shown.map(({ name }) => name),
    ...(rest > 0 ? [withCount(t, 'sidebar_others', rest)] : []),
  ])
  const isPlural = voices.length > 1 || shown.some(voice => voice.isPlural)
  const who = isUnsure ? t('sidebar_saysPossibly', names) : names
  return withCount(t, says[position], isPlural ? 2 : 1, who)
}

const join = new Intl.ListFormat('en-GB', { type: 'conjunction' })
