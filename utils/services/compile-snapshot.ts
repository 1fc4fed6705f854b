import type { GateSnapshot } from '../model/page-facts'
import type { CorpusPort, HighlightPort, ReaderClaimPort, SettingsPort } from '../model/ports'
import { indexTerms } from '../reading/find-terms'

/**
 * What the gate needs to judge a page without the database: compiled anew whenever dossiers, highlights or
 * settings change. Rejects with a `FailureError` where storage cannot be read.
 */
export async function compileSnapshot(ports: {
  corpus: CorpusPort
  highlights: HighlightPort
  readerClaims: ReaderClaimPort
  settings: SettingsPort
}): Promise<GateSnapshot> {
  const [topics, ofDossiers, ofReader, highlightedAddresses, settings] = await Promise.all([
    ports.corpus.listTopics(),
    ports.corpus.listKnownAddressHashes(),
    ports.readerClaims.listAddressHashes(),
    ports.highlights.listAddressHashes(),
    ports.settings.load(),
  ])
  const { dismissedAddresses, offHosts, isPaused } = settings
  return {
    format: 2,
    topics: topics.map(({ dossier, spotting: { groups, rules, threshold } }) => ({
      dossier,
      index: indexTerms(groups),
      rules,
      threshold,
    })),
    knownAddresses: [...new Set([...ofDossiers, ...ofReader])],
    highlightedAddresses,
    dismissedAddresses,
    offHosts,
    isPaused,
  }
}
