import type { Transaction } from 'dexie'
import { createProfiler } from '../matching/profile-terms'
import { type ClaimRow, type DossierRow, type ProfileRow, profileRows, type QuestionRow } from './rows'

/**
 * Version 2: gives claims of version 1 the terms that they are found by, and dossiers their profiles: what saving them
 * anew would write. Claims are gone through one by one, so that a large corpus does not stand in memory.
 */
export async function fillTerms(transaction: Transaction): Promise<void> {
  const dossiers = await transaction.table<DossierRow>('dossiers').toArray()
  for (const { id, spotting } of dossiers) {
    const ofDossier = { dossier: id }
    const questions = await transaction.table<QuestionRow>('questions').where(ofDossier).toArray()
    const inOrder = questions.toSorted((a, b) => a.order - b.order).map(({ data }) => data)
    const profiler = createProfiler(id, inOrder, spotting)
    await transaction
      .table<ClaimRow>('claims')
      .where(ofDossier)
      .modify(row => {
        Object.assign(row, profiler.add(row.data))
      })
    await transaction.table<ProfileRow>('profiles').bulkPut(profileRows(profiler.finish()))
  }
}
