import type { Position } from '../../utils/model/dossier'
import type { ClaimOnFile } from '../../utils/model/reading'
import { type Translate, withCount } from '../shared/words'
import { nameVoice } from './name-voice'

/** A claim of the article and what it answers a question with. */
export interface Answered {
  claim: ClaimOnFile
  position: Position
}

const says: Record<Position, string> = {
  yes: 'sidebar_saysYes',
  no: 'sidebar_saysNo',
  partly: 'sidebar_saysPartly',
  unknown: 'sidebar_saysOpen',
}
const order: Position[] = ['yes', 'no', 'partly', 'unknown']
const mostNames = 2

/** Who says what in this article, in one line: "the White House says yes, POLITICO’s sources say no". */
export function summariseHere(t: Translate, answers: Answered[]): string {
  const clauses = order.flatMap(position => {
    const voices = new Map(
      answers
        .filter(answer => answer.position === position)
        .map(({ claim }) => nameVoice(t, claim))
        .map(voice => [voice.name, voice]),
    )
    if (voices.size === 0) return []
    const shown = [...voices.values()].slice(0, mostNames)
    const rest = voices.size - shown.length
    const names = [
      ...shown.map(({ name }) => name),
      ...(rest > 0 ? [withCount(t, 'sidebar_others', rest)] : []),
    ]
    const isPlural = voices.size > 1 || shown.some(voice => voice.isPlural)
    return [withCount(t, says[position], isPlural ? 2 : 1, join.format(names))]
  })
  return t('sidebar_hereSummary', clauses.join(', '))
}

const join = new Intl.ListFormat('en-GB', { type: 'conjunction' })
