import type { Dossier } from '../model/dossier'
import { type Result, succeed } from '../model/result'
import { checkReferences } from './check-references'
import { failWith, faultsOfShape } from './describe-faults'
import { parseJson } from './parse-json'
import { pickDossier } from './pick-known'
import { isDossierShape } from './validators.generated'

/**
 * A parsed file as a dossier: the one validator for all that takes dossiers in. Bad input names the first
 * fault by its path and up to 20 more, one a line. HTML in a text is a text like any other.
 */
export function checkDossier(value: unknown): Result<Dossier> {
  if (!isDossierShape(value)) return failWith(faultsOfShape(isDossierShape.errors))
  const dossier = pickDossier(value as Dossier)
  const faults = checkReferences(dossier)
  return faults.length > 0 ? failWith(faults) : succeed(dossier)
}

/** A dossier's file. Bad input: no JSON (with line and column), or no dossier (with the path of the fault). */
export function readDossier(text: string): Result<Dossier> {
  const parsed = parseJson(text)
  return parsed.ok ? checkDossier(parsed.value) : parsed
}
