import type { GateSnapshot, Judgement, PageFacts, PageVerdict } from '../model/page-facts'
import type { Reason } from '../model/reason'
import { hashPage } from './judge-address'
import { judgeArticle } from './judge-article'
import { judgeTopic } from './judge-topic'
import { siteOf } from './site-of'

/**
 * What the gate makes of a page. The reader's own word comes first (paused, off, not about this), then what is on file,
 * then the judgement: an article, on a dossier's topic. Pages with the reader's highlights are kept in any case. What is
 * filed under an address that is only like the page's, or stated by it, is left to the page's text.
 * Never throws; costs some milliseconds at most, as facts are bounded.
 */
export function judgePage(facts: PageFacts, snapshot: GateSnapshot): Judgement {
  const { own, alike } = hashPage([facts.address, ...facts.statedAddresses])
  const isIn = (list: string[]): boolean => own !== null && list.includes(own)
  const isNear = (list: string[]): boolean => alike.some(hash => list.includes(hash))

  if (snapshot.isPaused) return verdict('paused', null, [simple('paused')])
  const site = siteOf(facts.address)
  if (snapshot.offHosts.includes(site)) return verdict('off', null, [simple('off_here', site)])
  const isHighlighted = isIn(snapshot.highlightedAddresses)
  if (isIn(snapshot.dismissedAddresses)) {
    // What the reader marked comes back all the same; the program's own marks do not.
    return isHighlighted
      ? verdict('highlighted', null, [simple('highlighted'), simple('dismissed')])
      : verdict('dismissed', null, [simple('dismissed')])
  }
  if (!facts.isAddressShared && isIn(snapshot.knownAddresses))
    return verdict('known', null, [simple('known_address')])

  const article = judgeArticle(facts)
  // Fronts and lists are most of what is opened: they are not searched for a topic's words.
  const [topic] = article.isArticle ? rankTopics(facts, snapshot) : []
  const isSpotted = topic !== undefined && topic.over >= 0
  const missing = article.isArticle ? [simple('topic_no_dossier')] : []
  const reasons = [...(topic?.reasons ?? missing), ...article.reasons]
  if (isSpotted) return verdict('spotted', topic.dossier, reasons)
  if (isHighlighted) {
    return verdict('highlighted', null, [simple('highlighted'), ...reasons])
  }
  if (isNear(snapshot.knownAddresses) || isNear(snapshot.highlightedAddresses)) {
    return verdict('alike', null, [simple('like_address'), ...reasons])
  }
  return verdict(article.isArticle ? 'off-topic' : 'not-an-article', null, reasons)
}

/** The topics, the one first that the page is furthest over (or nearest below) the threshold of. */
const rankTopics = (facts: PageFacts, { topics }: GateSnapshot) =>
  topics
    .map(topic => {
      const { score, reasons } = judgeTopic(facts, topic)
      return { dossier: topic.dossier, reasons, over: score - topic.threshold }
    })
    .sort((a, b) => b.over - a.over)

const verdict = (name: PageVerdict, dossier: string | null, reasons: Reason[]): Judgement => ({
  verdict: name,
  dossier,
  reasons,
})
const simple = (rule: string, ...values: string[]): Reason => ({ rule, values })
