import { asDossierId, type DossierId } from '../../utils/model/ids'
import type { Result } from '../../utils/model/result'
import { browser } from '../../utils/platform/browser'
import { logFailure } from '../../utils/platform/log'
import { readPackageBytes, readPackageFile } from '../../utils/platform/package-files'
import { settingsStore } from '../../utils/platform/settings-store'
import { takeBundledVectors } from '../../utils/services/fill-missing-vectors'
import { seedDossiers } from '../../utils/services/seed-dossiers'
import { fillVectors } from './fill-vectors'
import { forgetReadings } from './readings'
import { reconcileSites } from './sites'
import { compileGate, compileKnown, type Stores } from './stores'

/** The package's dossiers. */
const bundled = [asDossierId('presidential-phone-security')]
const fileOf = (id: string, ending: string) => `/dossiers/${id}${ending}` as const

let seeding: Promise<void> | null = null

/** Puts the package's dossiers on file, once while this worker lives; what is as new stays untouched. */
export function seed(stores: Stores): Promise<void> {
  seeding ??= (async () => {
    const texts = await Promise.all(
      bundled.map(async name => ({ name, text: await readPackageFile(fileOf(name, '.json')) })),
    )
    const outcomes = await seedDossiers({ ...stores, settings: settingsStore }, texts)
    for (const { name, result } of outcomes) if (!result.ok) logFailure(name, result.failure.detail)
    forgetReadings()
    await compileKnown(
      stores,
      outcomes.some(({ result }) => result.ok && result.value !== null),
    )
    await compileGate(stores)
    await takeVectors(stores).catch(error => logFailure('vectors', String(error)))
  })()
  // One that failed (a full disk) is tried again at the next call.
  seeding.catch(() => {
    seeding = null
  })
  return seeding
}

/** Puts those on file again that the reader removed. */
export async function restoreBundled(stores: Stores): Promise<void> {
  await settingsStore.save({ removedDossiers: [] })
  seeding = null
  await seed(stores)
}

/** Takes a dossier off file; a failure says why it is still there. */
export async function removeDossier(stores: Stores, dossier: DossierId): Promise<Result<void>> {
  const removed = await stores.corpus.removeDossier(dossier)
  if (!removed.ok) return removed
  if (bundled.includes(dossier)) {
    await settingsStore.save(({ removedDossiers }) => ({
      removedDossiers: [...new Set([...removedDossiers, dossier])],
    }))
  }
  stores.corpus.sweep().catch(error => logFailure('sweep', String(error)))
  return removed
}

/** What the package has beside its dossiers: without it articles are read all the same. */
async function takeVectors(stores: Stores): Promise<void> {
  const faults = await takeBundledVectors(stores, bundled, id => readPackageBytes(fileOf(id, '.vectors.bin')))
  for (const { id, failure } of faults) logFailure(fileOf(id, '.vectors.bin'), failure.detail)
}

/** At install, update and the browser's start: dossiers, then the gate where it may look; a welcome at the first. */
export async function setUp(stores: Stores, isFirst: boolean): Promise<void> {
  if (isFirst) await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') })
  await seed(stores)
  await reconcileSites()
  // What a dossier that was replaced, or one that was broken off, left.
  await stores.corpus.sweep()
  // What was left to be read when the browser was closed.
  await fillVectors(stores)
}
