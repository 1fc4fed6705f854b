import type { SentenceMatch } from '../model/ports'
import type { RelatedClaim } from '../model/reading'
import { makeStance, type Stance } from './make-stance'
import { judgeSameSource } from './same-source'
import { relatedPerSentence } from './weights'

/**
 * What is shown beside a sentence: of the surest match's question the surest claims from the cut-off on, of at most so
 * many sources; further claims of a source shown are folded into it. Empty where nothing is sure enough.
 * @param matches of one sentence, best first
 */
export function pickRelated(
  matches: readonly SentenceMatch[],
  cutOff: number,
  mostSources: number = relatedPerSentence,
): RelatedClaim[] {
  const question = matches[0]?.question
  const shown: { stance: Stance; related: RelatedClaim }[] = []
  for (const match of matches) {
    if (match.question !== question || match.score < cutOff) continue
    const stance = makeStance(match.claim, match.question)
    const repeated = shown.find(other => judgeSameSource(other.stance, stance))
    if (repeated) repeated.related.repeats.push(match.claim)
    else if (shown.length < mostSources) shown.push({ stance, related: makeRelated(match, stance) })
  }
  return shown.map(({ related }) => related)
}

const makeRelated = ({ claim, reasons }: SentenceMatch, { position }: Stance): RelatedClaim => ({
  claim,
  position: position ?? 'unknown',
  relation: 'related',
  isSameSpeaker: false,
  against: null,
  reasons,
  repeats: [],
})
