import type { Sourced } from '../matching/same-source'
import type { Position, Question } from '../model/dossier'
import type { DossierId } from '../model/ids'
import type { ClaimPlace } from '../model/ports'

/** An answer of a claim, with as much of the claim as counting needs: a hundred thousand are held at once. */
export interface Surveyed extends Sourced {
  asked: Asked
  position: Position
  outlet: string
  place: ClaimPlace | null
  names: { speaker: string; outlet: string; subject: string }
  /** Which source of its question it belongs to; counted when it is first asked for. */
  source?: number
}
/** A question of a dossier. */
export interface Asked {
  dossier: DossierId
  question: Question
}
