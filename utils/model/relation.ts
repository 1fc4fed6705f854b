/** How a claim on file stands to a claim in the article being read. The closed table of ARCHITECTURE.md, "Relations". */
export type Relation =
  | 'same source'
  | 'about others'
  | 'about another actor'
  | 'leaves open too'
  | 'leaves open'
  | 'agrees'
  | 'agrees in part'
  | 'differs, time unknown'
  | 'later account differs'
  | 'earlier account differed'
  | 'qualifies'
  | 'disputes'
  | 'related'

/** Looks that relations share: a colour, a sign, an underline shape. */
export type Tone = 'dispute' | 'update' | 'qualify' | 'open' | 'agree' | 'related' | 'others'

/** Each relation's sign and tone. Meaning is never colour alone: sign, word and underline shape say it too. */
export const relationLooks: Record<Relation, { sign: string; tone: Tone }> = {
  disputes: { sign: '≠', tone: 'dispute' },
  'differs, time unknown': { sign: '≠', tone: 'dispute' },
  'later account differs': { sign: '↻', tone: 'update' },
  'earlier account differed': { sign: '↻', tone: 'update' },
  qualifies: { sign: '≈', tone: 'qualify' },
  'leaves open': { sign: '?', tone: 'open' },
  'leaves open too': { sign: '?', tone: 'open' },
  agrees: { sign: '=', tone: 'agree' },
  'agrees in part': { sign: '=', tone: 'agree' },
  'same source': { sign: '=', tone: 'agree' },
  related: { sign: '·', tone: 'related' },
  'about others': { sign: '↔', tone: 'others' },
  'about another actor': { sign: '↔', tone: 'others' },
}
