import type { Relation } from '../model/relation'

/** What the order of relations looks at. */
interface Ranked {
  relation: Relation
  isSameSpeaker: boolean
}

/**
 * Strongest first: the order of "Which relation colours a mark". What the list there does not name stands where its
 * meaning puts it. A difference at an unknown time says less than one at known times, and more than a qualification,
 * which is a difference of degree. A repeat of the article's own source comes before agreement, for it is no second
 * voice, and after every difference, for what is disputed stays so however often it is carried.
 */
const order: readonly Relation[] = [
  'disputes',
  'later account differs',
  'earlier account differed',
  'differs, time unknown',
  'qualifies',
  'leaves open',
  'same source',
  'leaves open too',
  'agrees',
  'agrees in part',
  'related',
  'about another actor',
  'about others',
]

/** 0 for the strongest. The same speaker's otherwise comes right after what disputes. */
export function rankRelation({ relation, isSameSpeaker }: Ranked): number {
  if (relation === 'disputes') return isSameSpeaker ? 0 : 1
  return order.indexOf(relation) + (isSameSpeaker ? 2 : 2 + order.length)
}

/** Relations that stand apart from the rest of a question, folded. */
export const isApart = (relation: Relation): boolean =>
  relation === 'about others' || relation === 'about another actor'

/** Relations of a claim that says otherwise. */
export const isOpposing = (relation: Relation): boolean =>
  order.indexOf(relation) <= order.indexOf('qualifies')

export const isAgreeing = (relation: Relation): boolean =>
  relation === 'agrees' || relation === 'agrees in part'
