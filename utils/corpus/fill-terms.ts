import type { Transaction } from 'dexie'
import { createProfiler } from '../matching/profile-terms'
import {
  type ClaimRowBefore,
  type DossierRowBefore,
  type ProfileRowBefore,
  profileRowsBefore,
  type QuestionRowBefore,
} from './rows-before'

/**
 * Version 2: gives claims of version 1 the terms that they are found by, and dossiers their profiles: what saving them
 * anew would write. Claims are gone through one by one, so that a large corpus does not stand in memory.
 */
export async function fillTerms(transaction: Transaction): Promise<void> {
  const dossiers = await transaction.table<DossierRowBefore>('dossiers').toArray()
  for (const { id, spotting } of dossiers) {
    const ofDossier = { dossier: id }
    const questions = await transaction.table<QuestionRowBefore>('questions').where(ofDossier).toArray()
    const inOrder = questions.toSorted((a, b) => a.order - b.order).map(({ data }) => data)
    const profiler = createProfiler(id, inOrder, spotting)
    await transaction
      .table<ClaimRowBefore>('claims')
      .where(ofDossier)
      .modify(row => {
        Object.assign(row, profiler.add(row.data))
      })
    await transaction.table<ProfileRowBefore>('profiles').bulkPut(profileRowsBefore(profiler.finish()))
  }
}
