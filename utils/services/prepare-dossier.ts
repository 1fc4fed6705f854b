import type { FileImport } from '../model/backup'
import {
  type DossierPreview,
  type FilePreview,
  type HeldDossier,
  type Named,
  nameFirst,
  type PreparedDossier,
  reportOf,
} from '../model/file-preview'
import type { ClaimId } from '../model/ids'
import { type Result, succeed } from '../model/result'
import type { BackupPorts } from './import-backup'

/** A file that was read and found to be whole: what it would do, and the way to have it done. */
export interface PreparedFile {
  preview: FilePreview
  /** A dossier that lies ready, and need not be read again. */
  held: HeldDossier | null
  /** All of it or nothing. */
  take: () => Promise<Result<FileImport>>
}

type DossierPorts = Pick<BackupPorts, 'corpus' | 'readerClaims' | 'remarks'>

/** The reader's own that would speak of what is no longer there: claims on questions, verdicts and remarks on claims. */
async function findOwn(
  { corpus, readerClaims, remarks }: DossierPorts,
  { id, held, goneQuestions, changes }: PreparedDossier,
): Promise<DossierPreview['own']> {
  const claims = await Promise.all(goneQuestions.map(each => readerClaims.listOfQuestion(each, id)))
  const isAnyGone = changes.claims.removed.count > 0
  const nameGone = async (ids: readonly ClaimId[]): Promise<Named> => {
    const gone = await corpus.findGoneClaims(held, [...new Set(ids)])
    return nameFirst(
      await Promise.all(gone.map(async claim => (await corpus.loadClaim(claim))?.statement ?? claim)),
    )
  }
  const verdicts = isAnyGone ? await corpus.listPairVerdicts() : []
  const remarked = isAnyGone ? await remarks.listAll() : []
  return {
    claims: nameFirst(claims.flat().map(({ statement }) => statement)),
    verdicts: await nameGone(verdicts.flatMap(({ a, b }) => [a, b])),
    remarks: await nameGone(remarked.map(({ claim }) => claim)),
  }
}

/** A dossier that lies ready, with what it would do. Rejects with a `FailureError` where storage cannot be read. */
export async function makePreparedDossier(
  ports: DossierPorts,
  prepared: PreparedDossier,
): Promise<PreparedFile> {
  const { held, goneQuestions: _, ...shown } = prepared
  const preview: DossierPreview = { format: 'dossier', ...shown, own: await findOwn(ports, prepared) }
  return { preview, held, take: () => takeHeld(ports, held, preview) }
}

/** Puts a dossier that lies ready on file. A conflict where something else was put there since it was compared. */
export async function takeHeld(
  { corpus }: Pick<BackupPorts, 'corpus'>,
  held: HeldDossier,
  preview: FilePreview,
): Promise<Result<FileImport>> {
  const settled = await corpus.settleHeld(held)
  if (!settled.ok) return settled
  if (preview.format !== 'dossier') throw new Error('only dossiers lie ready')
  return succeed({ format: 'dossier', report: reportOf(preview.changes) })
}
