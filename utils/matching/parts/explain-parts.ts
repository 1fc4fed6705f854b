import type { Difference, PartKind, Standing } from '../../model/comparison'
import type { Reason } from '../../model/reason'

/** A part as it is quoted, and how it stands to the other statement. */
export interface QuotedPart {
  kind: PartKind
  text: string
  standing: Standing
}

/** What differs in the parts of one kind, as reasons: other values first, then more exact ones, then what stands alone. */
export function explainParts(
  kind: PartKind,
  here: readonly QuotedPart[],
  onFile: readonly QuotedPart[],
): Difference[] {
  const pick = (parts: readonly QuotedPart[], standing: Standing): string[] => [
    ...new Set(
      parts.filter(part => part.kind === kind && part.standing === standing).map(({ text }) => text),
    ),
  ]
  const say = (rule: Pick<Reason, 'rule'>, ...lists: string[][]): Difference[] =>
    lists.every(list => list.length > 0) ? [{ kind, reason: { ...rule, values: lists.map(quote) } }] : []
  return [
    ...say({ rule: 'part_differs' }, pick(here, 'differs'), pick(onFile, 'differs')),
    ...say({ rule: 'part_finer_here' }, pick(here, 'finer'), pick(onFile, 'coarser')),
    ...say({ rule: 'part_finer_on_file' }, pick(here, 'coarser'), pick(onFile, 'finer')),
    ...say({ rule: 'part_only_here' }, pick(here, 'only')),
    ...say({ rule: 'part_only_on_file' }, pick(onFile, 'only')),
  ]
}

const quote = (texts: string[]): string => texts.map(text => `“${text}”`).join(', ')
