import type { GateSnapshot } from '../model/page-facts'
import type { CorpusPort, HighlightPort, ReaderClaimPort, SettingsPort } from '../model/ports'
import { indexTerms } from '../reading/find-terms'

/**
 * What the gate needs to judge a page without the database, but for the addresses on file: compiled anew whenever
 * dossiers, highlights or settings change. Rejects with a `FailureError` where storage cannot be read.
 */
export async function compileSnapshot(ports: {
  corpus: CorpusPort
  highlights: HighlightPort
  readerClaims: ReaderClaimPort
  settings: SettingsPort
}): Promise<GateSnapshot> {
  const [topics, knownAddresses, highlightedAddresses, settings] = await Promise.all([
    ports.corpus.listTopics(),
    ports.readerClaims.listAddressHashes(),
    ports.highlights.listAddressHashes(),
    ports.settings.load(),
  ])
  const { dismissedAddresses, offHosts, isPaused } = settings
  return {
    format: 3,
    topics: topics.map(({ dossier, spotting: { groups, rules, threshold } }) => ({
      dossier,
      index: indexTerms(groups),
      rules,
      threshold,
    })),
    // With claims of the reader's. What dossiers have lies beside it: it may be very much.
    knownAddresses,
    highlightedAddresses,
    dismissedAddresses,
    offHosts,
    isPaused,
  }
}
