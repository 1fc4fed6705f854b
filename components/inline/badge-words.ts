import type { Relation } from '../../utils/model/relation'

/** What the card's badge says of a relation and its count of sources: a counted key of the catalogue. */
export const badgeWords: Record<Relation, string> = {
  disputes: 'inline_disputes',
  'differs, time unknown': 'inline_differs',
  'later account differs': 'inline_later',
  'earlier account differed': 'inline_earlier',
  qualifies: 'inline_qualifies',
  'leaves open': 'inline_leavesOpen',
  'leaves open too': 'inline_leavesOpen',
  agrees: 'inline_agrees',
  'agrees in part': 'inline_agreesInPart',
  'same source': 'inline_agrees',
  related: 'inline_related',
  // These two never colour a mark; were one to come, it is on file and no more is said.
  'about others': 'inline_related',
  'about another actor': 'inline_related',
}
