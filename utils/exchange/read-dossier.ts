import type { Dossier } from '../model/dossier'
import { fail, type Result, succeed } from '../model/result'
import { checkLists } from './check-references'
import { failWith } from './describe-faults'
import { createDossierReader } from './dossier-reader'

/**
 * A dossier's file that is in memory as a whole. Bad input: no JSON (with line and column), or no dossier, with the path
 * of the first fault and of up to 20 more, one a line. HTML in a text is a text like any other.
 */
export function readDossier(text: string): Result<Dossier> {
  const reader = createDossierReader()
  const pushed = reader.push(text)
  const ended = reader.end()
  if (ended.broken !== null) return fail('bad-input', ended.broken)
  const faults = [...pushed.faults, ...ended.faults]
  if (faults.length > 0) return failWith(faults)
  const dossier = { ...ended.head, ...pushed.portion }
  const references = checkLists(dossier)
  return references.length > 0 ? failWith(references) : succeed(dossier)
}
