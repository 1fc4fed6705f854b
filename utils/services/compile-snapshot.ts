import type { GateSnapshot } from '../model/page-facts'
import type { CorpusPort, HighlightPort, SettingsPort } from '../model/ports'

/**
 * What the gate needs to judge a page without the database: compiled anew whenever dossiers, highlights or
 * settings change. Rejects with a `FailureError` where storage cannot be read.
 */
export async function compileSnapshot(ports: {
  corpus: CorpusPort
  highlights: HighlightPort
  settings: SettingsPort
}): Promise<GateSnapshot> {
  const [topics, knownAddresses, highlightedAddresses, settings] = await Promise.all([
    ports.corpus.listTopics(),
    ports.corpus.listKnownAddressHashes(),
    ports.highlights.listAddressHashes(),
    ports.settings.load(),
  ])
  const { dismissedAddresses, offHosts, isPaused } = settings
  return { format: 1, topics, knownAddresses, highlightedAddresses, dismissedAddresses, offHosts, isPaused }
}
