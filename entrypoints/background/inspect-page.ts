import { askTab } from '../../utils/messaging/ask'
import type { PageStatus } from '../../utils/messaging/protocol'
import { weighPage } from '../../utils/services/weigh-page'
import type { Stores } from './stores'
import { inspectTab } from './tabs'

/**
 * Why a tab was or was not spotted. Of a page whose address is only like one on file the gate does not know what its text
 * said: where the reader's script runs, it is asked again.
 */
export async function inspectPage(stores: Stores, tab: number): Promise<PageStatus> {
  const status = await inspectTab(tab)
  if (status.state !== 'judged' || status.judgement.verdict !== 'alike' || !status.isReading) return status
  const page = await askTab(tab)('page/collect', {})
  const agrees = page.ok && (await weighPage(stores, page.value.article))
  if (!agrees) return status
  const reasons = [{ rule: 'like_text', values: [] }]
  return { ...status, judgement: { verdict: 'known', dossier: null, reasons } }
}
