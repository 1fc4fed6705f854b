import { browser } from '../../utils/platform/browser'
import { logFailure } from '../../utils/platform/log'
import { readPackageFile } from '../../utils/platform/package-files'
import { seedDossiers } from '../../utils/services/seed-dossiers'
import { forgetReadings } from './readings'
import { reconcileSites } from './sites'
import { compileGate, compileKnown, type Stores } from './stores'

const bundled = ['/dossiers/presidential-phone-security.json'] as const

let seeding: Promise<void> | null = null

/** Puts the package's dossiers on file, once while this worker lives; what is as new stays untouched. */
export function seed(stores: Stores): Promise<void> {
  seeding ??= (async () => {
    const texts = await Promise.all(bundled.map(async name => ({ name, text: await readPackageFile(name) })))
    const outcomes = await seedDossiers(stores, texts)
    for (const { name, result } of outcomes) if (!result.ok) logFailure(name, result.failure.detail)
    forgetReadings()
    await compileKnown(
      stores,
      outcomes.some(({ result }) => result.ok && result.value !== null),
    )
    await compileGate(stores)
  })()
  // One that failed (a full disk) is tried again at the next call.
  seeding.catch(() => {
    seeding = null
  })
  return seeding
}

/** At install, update and the browser's start: dossiers, then the gate where it may look; a welcome at the first. */
export async function setUp(stores: Stores, isFirst: boolean): Promise<void> {
  if (isFirst) await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') })
  await seed(stores)
  await reconcileSites()
  // What a dossier that was replaced, or one that was broken off, left.
  await stores.corpus.sweep()
}
