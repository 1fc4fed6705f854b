import type { SpottingRule } from '../model/dossier'
import type { PageFacts, Topic } from '../model/page-facts'
import type { Reason } from '../model/reason'
import { type FoundTerms, openTerms } from './find-terms'
import { topicWeights as weights } from './weights'

/** How far a page is on a topic, in the dossier's points; from its threshold on it is. */
export interface TopicJudgement {
  score: number
  reasons: Reason[]
}

/** Words named in one reason: more say nothing new. */
const wordsShown = 8

/**
 * Adds up a dossier's rules over the two parts of a page: its headline (with title and description), and its body.
 * A rule fits where all its groups occur in one part. In the headline one word is enough; to the body belongs only
 * what a share of its paragraphs names. The headline counts in full, for and against; the body counts less and can
 * only add, as stories quote what they are not about.
 */
export function judgeTopic(facts: PageFacts, { index, rules }: Topic): TopicJudgement {
  const find = openTerms(index)
  const head = addUp(rules, find(headOf(facts)))
  const body = addUp(rules, bodyTerms(facts.paragraphs.map(find)))
  const bodyScore = Math.max(0, body.plus + body.minus) * weights.body
  const reasons = [
    reason('topic_headline', head.words, head.plus),
    reason('topic_against', head.against, head.minus),
    reason('topic_paragraphs', body.words, bodyScore),
  ].filter(({ weight }) => weight !== 0)
  if (reasons.length === 0) reasons.push({ rule: 'topic_no_words', values: [], weight: 0 })
  const score = head.plus + head.minus + bodyScore
  return { score, reasons }
}

/** Titles carry the headline, headlines are changed afterwards: all are read, and a rule fits once. */
const headOf = ({ headline, title, jsonLdHeadlines, description }: PageFacts): string =>
  // The lone letter keeps a phrase from beginning in one line and ending in the next.
  [headline, title, jsonLdHeadlines[0] ?? '', description].join(' | x | ')

function bodyTerms(paragraphs: FoundTerms[]): FoundTerms {
  const all: FoundTerms = new Map()
  for (const id of new Set(paragraphs.flatMap(found => [...found.keys()]))) {
    const naming = paragraphs.flatMap(found => found.get(id) ?? [])
    if (naming.length < weights.bodyShare * paragraphs.length) continue
    all.set(id, new Set(naming.flatMap(words => [...words])))
  }
  return all
}

interface Sum {
  plus: number
  minus: number
  words: Set<string>
  against: Set<string>
}

function addUp(rules: SpottingRule[], found: FoundTerms): Sum {
  const sum: Sum = { plus: 0, minus: 0, words: new Set(), against: new Set() }
  for (const { all, weight } of rules) {
    if (!all.every(id => found.has(id))) continue
    sum[weight > 0 ? 'plus' : 'minus'] += weight
    const words = sum[weight > 0 ? 'words' : 'against']
    for (const id of all) for (const word of found.get(id) ?? []) words.add(word)
  }
  return sum
}

const reason = (rule: string, words: Set<string>, weight: number): Reason => ({
  rule,
  values: [[...words].slice(0, wordsShown).join(', ')],
  weight: Math.round(weight * 100) / 100,
})
