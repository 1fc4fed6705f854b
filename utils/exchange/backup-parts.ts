import type { OwnDossier } from '../model/backup'
import type { ClaimRemark } from '../model/claim-remark'
import { isOwnDossier } from '../model/own-dossier'
import { checkHead } from './check-references'
import { type Fault, quote } from './describe-faults'
import { byText } from './export-content'
import { pickQuestion, pickSpotting } from './pick-known'

// What a backup has since version 5: remarks on claims, and dossiers of the reader's own.

const orderRemark = ({ claim, kind, reason, statement, atMs }: ClaimRemark): ClaimRemark => ({
  claim,
  kind,
  reason,
  statement,
  atMs,
})

const orderOwnDossier = ({ id, title, version, spotting, questions }: OwnDossier): OwnDossier => ({
  id,
  title,
  version,
  ...(spotting && { spotting: pickSpotting(spotting) }),
  questions: questions.map(pickQuestion),
})

/** All remarks as they stand in the file. */
export const orderRemarks = (remarks: readonly ClaimRemark[]): ClaimRemark[] =>
  remarks.map(orderRemark).toSorted((x, y) => byText(x.claim, y.claim))

/** All dossiers of the reader's own as they stand in the file. */
export const orderOwnDossiers = (dossiers: readonly OwnDossier[]): OwnDossier[] =>
  dossiers.map(orderOwnDossier).toSorted((x, y) => byText(x.id, y.id))

/** What the schema cannot see of them. */
export function checkOwnDossiers(dossiers: readonly OwnDossier[]): Fault[] {
  const first = new Map<string, number>()
  return dossiers.flatMap((dossier, index): Fault[] => {
    const path = `ownDossiers[${index}]`
    const earlier = first.get(dossier.id)
    first.set(dossier.id, earlier ?? index)
    return [
      ...(earlier === undefined
        ? []
        : [{ path: `${path}.id`, what: `${quote(dossier.id)} is the id of ownDossiers[${earlier}] too` }]),
      ...(isOwnDossier(dossier.id)
        ? []
        : [{ path: `${path}.id`, what: 'must be the id of a dossier that a reader made: own-…' }]),
      ...checkHead(dossier).map(fault => ({ ...fault, path: `${path}.${fault.path}` })),
    ]
  })
}
