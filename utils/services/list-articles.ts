import type { ArticleSummary } from '../model/article-summary'
import type { HighlightPort, ReaderClaimPort, VisitPort } from '../model/ports'
import type { ReaderClaim } from '../model/reader-claim'
import { normalizeAddress } from '../reading/judge-address'
import { walkHighlights } from './walk-highlights'

interface Ports {
  highlights: Pick<HighlightPort, 'listNewest'>
  readerClaims: Pick<ReaderClaimPort, 'listAll'>
  visits: Pick<VisitPort, 'listStates'>
}

/** The same for all spellings of an address that are one; what is no web address stands for itself. */
export const articleKey = ([address = '']: readonly string[]): string => normalizeAddress(address) ?? address

/**
 * Articles with highlights or kept claims of the reader's, those last added to first. `wait` lets others have their turn.
 * Rejects where storage cannot be read.
 */
export async function listArticles(
  { highlights, readerClaims, visits }: Ports,
  wait: () => Promise<void>,
): Promise<ArticleSummary[]> {
  const byKey = new Map<string, ArticleSummary>()
  const open = ({
    addresses,
    title,
    outlet,
    createdMs,
  }: Pick<ReaderClaim, 'addresses' | 'title' | 'outlet' | 'createdMs'>) => {
    const key = articleKey(addresses)
    const known = byKey.get(key) ?? {
      key,
      address: addresses[0] ?? '',
      title,
      outlet,
      highlights: 0,
      claims: 0,
      changed: 0,
      lost: 0,
      latestMs: 0,
    }
    known.latestMs = Math.max(known.latestMs, createdMs)
    byKey.set(key, known)
    return known
  }
  const states = new Map((await visits.listStates()).map(({ highlight, state }) => [highlight, state]))
  for await (const part of walkHighlights(highlights, wait)) {
    for (const highlight of part) {
      const article = open(highlight)
      article.highlights += 1
      const state = states.get(highlight.id)
      if (state === 'changed' || state === 'lost') article[state] += 1
    }
  }
  for (const claim of await readerClaims.listAll()) {
    if (claim.isRejected) continue
    open(claim).claims += 1
  }
  return [...byKey.values()].toSorted((a, b) => b.latestMs - a.latestMs)
}
