import type { DossierId } from '../../utils/model/ids'
import type { Certainty } from '../../utils/model/model-use'
import type { ClaimHere } from '../../utils/model/reading'
import { keyOf, type Sayable, type SentenceAnswer, sayableOfClaim } from './sentence-answer'
import type { Keeping } from './sidebar-state'

/** One answer that a machine read, as it may be kept. */
export interface Keepable {
  key: string
  sayable: Sayable
  certainty: Certainty
  answer: SentenceAnswer
  /** The reader changed it. */
  isEdited: boolean
}

/** Every answer of every claim that a machine read, in the order of the text, as the reader left it. */
export function listKeepable(claims: ClaimHere[], dossier: DossierId, edited: Keeping['edited']): Keepable[] {
  return claims.flatMap(here =>
    (here.machine?.answers ?? []).flatMap(({ question, position, certainty }) => {
      const sayable = sayableOfClaim(here, question, dossier)
      if (!sayable) return []
      const key = keyOf(sayable)
      const own = edited.get(key)
      return [
        {
          key,
          sayable,
          certainty,
          answer: own ?? { ...sayable.first, position },
          isEdited: own !== undefined,
        },
      ]
    }),
  )
}
