import type { Highlight } from './highlight'

/** A highlight as earlier versions kept it, in the database and in backups. */
export type HighlightBefore = Omit<Highlight, Added> & Partial<Pick<Highlight, Added>>
type Added = 'tags' | 'colour' | 'anchoredMs' | 'pageModified'

/** The same as it is kept today: what it did not have is as if nothing had been said. */
export const withToday = (before: HighlightBefore): Highlight => ({
  tags: [],
  colour: 'yellow',
  anchoredMs: before.createdMs,
  pageModified: null,
  ...before,
})
