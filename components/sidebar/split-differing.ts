import { diffWords } from 'diff'

/** A run of words: the same in both texts, or in this one alone. */
export interface Piece {
  text: string
  isOther: boolean
}

/** Above so many edits two texts have little in common, and comparing them takes long. */
const mostEdits = 1_000

/** Two texts, each cut into what the other has too and what it has not; white space makes no difference. */
export function splitDiffering(saved: string, present: string): { saved: Piece[]; present: Piece[] } {
  const changes = diffWords(saved, present, { maxEditLength: mostEdits })
  if (!changes)
    return { saved: [{ text: saved, isOther: true }], present: [{ text: present, isOther: true }] }
  const side = (left: 'added' | 'removed', own: 'added' | 'removed'): Piece[] =>
    changes.flatMap(change => (change[left] ? [] : [{ text: change.value, isOther: change[own] === true }]))
  return { saved: side('added', 'removed'), present: side('removed', 'added') }
}

/** Whether two texts have other words. */
export function isDiffering(saved: string, present: string): boolean {
  const split = splitDiffering(saved, present)
  return [...split.saved, ...split.present].some(({ isOther }) => isOther)
}
