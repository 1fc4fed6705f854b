import type { PartKind, Segment, Standing } from '../../model/comparison'
import type { Token } from './split-tokens'

/** How one token is shown. */
export interface Mark {
  /** Index of the part it belongs to; -1 for a plain word. */
  part: number
  kind: PartKind | null
  standing: Standing
  /** False for small words, which go along with what stands around them. */
  isTelling: boolean
}

/** A statement in segments: parts whole, plain words that only this one has as runs, and the rest. */
export function joinSegments(text: string, tokens: readonly Token[], marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = []
  let end = 0
  const push = (to: number, kind: PartKind | null, standing: Standing) => {
    if (to > end) segments.push({ text: text.slice(end, to), kind, standing })
    end = to
  }
  for (let at = 0; at < tokens.length; ) {
    const mark = marks[at]
    if (!mark || (mark.part < 0 && mark.standing === 'same')) {
      at += 1
      continue
    }
    const to = mark.part < 0 ? endOfRun(tokens, marks, at) : endOfPart(marks, at)
    push(tokens[at]?.start ?? end, null, 'same')
    push(tokens[to - 1]?.end ?? end, mark.kind, mark.standing)
    at = to
  }
  push(text.length, null, 'same')
  return segments
}

function endOfPart(marks: readonly Mark[], from: number): number {
  let to = from + 1
  while (marks[to]?.part === marks[from]?.part) to += 1
  return to
}

/** Plain words that only this statement has, with the small words between them: "in the old tower". */
function endOfRun(tokens: readonly Token[], marks: readonly Mark[], from: number): number {
  let end = from + 1
  for (let at = from + 1; at < tokens.length; at++) {
    const mark = marks[at]
    if (!mark || mark.part >= 0 || /[^\s-]/.test(tokens[at]?.gap ?? '')) break
    if (mark.isTelling && mark.standing === 'same') break
    if (mark.isTelling) end = at + 1
  }
  return end
}
