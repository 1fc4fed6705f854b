import { askTab } from '../../utils/messaging/ask'
import type { ClaimRequests } from '../../utils/messaging/claim-requests'
import type { Caller, Handlers } from '../../utils/messaging/serve'
import type { ClaimOrigin } from '../../utils/model/claim-entry'
import { type Result, succeed } from '../../utils/model/result'
import { keepDrafts, listDrafts } from '../../utils/platform/claim-drafts'
import { inTurn } from '../../utils/platform/in-turn'
import { makeClaim } from '../../utils/services/make-claim'
import { proposeClaim, type ReadPage } from '../../utils/services/propose-claim'
import { remarkClaim } from '../../utils/services/remark-claim'
import { saveOwnDossier } from '../../utils/services/save-own-dossier'
import {
  deleteReaderClaims,
  restoreReaderClaims,
  saveReaderClaims,
} from '../../utils/services/save-reader-claim'
import { announce, announceDossiers } from './announce'
import { findReading } from './readings'
import type { Stores } from './stores'
import { tabOf } from './tabs'

/** What the extension's own pages may ask about the reader's claims, remarks and dossiers. */
export function makeClaimHandlers(stores: Stores): Handlers<ClaimRequests> {
  /** What is counted up, or compared with what stands there, is done one after the other. */
  const takeTurn = inTurn()

  const afterwards = async <T>(done: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await done
    if (result.ok) await announce(stores, 'reading')
    return result
  }

  /** The page of the tab that is spoken of; null where none is open there, or that does not matter. */
  async function openPage(
    named: number | undefined,
    caller: Caller,
    origin: ClaimOrigin,
  ): Promise<ReadPage | null> {
    const tab = tabOf(named, caller.tab)
    if (!tab.ok || origin.from === 'claim') return null
    const page = await askTab(tab.value)('page/collect', {})
    if (!page.ok) return null
    const { article, anchors } = page.value
    return {
      article,
      spanOf: id => anchors.find(({ highlight }) => highlight === id)?.span ?? null,
      reading: findReading(tab.value, article),
    }
  }

  return {
    async 'claim/save'({ tab: named, claims }, caller) {
      const tab = tabOf(named, caller.tab)
      const page = tab.ok ? await askTab(tab.value)('page/collect', {}) : tab
      if (!page.ok) return page
      const saved = await afterwards(saveReaderClaims(stores, page.value.article, claims))
      return saved.ok ? succeed({ claims: saved.value.map(({ id }) => id) }) : saved
    },
    'claim/delete': ({ claims }) => afterwards(deleteReaderClaims(stores, claims)),
    'claim/restore': ({ claims }) => afterwards(restoreReaderClaims(stores, claims)),

    'claim/propose': async ({ tab, origin }, caller) =>
      proposeClaim(stores, origin, await openPage(tab, caller, origin)),
    async 'claim/make'({ tab, origin, entry, seenMs }, caller) {
      const page = await openPage(tab, caller, origin)
      const made = await afterwards(takeTurn(() => makeClaim(stores, origin, entry, page, seenMs)))
      return made.ok ? succeed({ claim: made.value.claim.id, before: made.value.before }) : made
    },

    'claim/remark': ({ claim, remark }) => afterwards(takeTurn(() => remarkClaim(stores, claim, remark))),

    async 'draft/list'({ tab: named }, caller) {
      const tab = tabOf(named, caller.tab)
      return tab.ok ? succeed(await listDrafts(tab.value)) : tab
    },
    async 'draft/keep'({ tab: named, drafts }, caller) {
      const tab = tabOf(named, caller.tab)
      return tab.ok ? succeed(await keepDrafts(tab.value, drafts)) : tab
    },

    async 'dossier/save-own'({ entry }) {
      const saved = await takeTurn(() => saveOwnDossier(stores, entry))
      if (saved.ok) await announceDossiers(stores)
      return saved
    },
  }
}
