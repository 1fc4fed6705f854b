import type { ArticleText } from '../model/article-text'
import type { Spotting } from '../model/dossier'
import { compileTerms } from './find-terms'

/** So much of a story says what it is about, UTF-16 units. */
const enoughText = 4_000

/**
 * The dossier whose topic an article is furthest on, or least far from: by the rules of its spotting, over title and beginning of
 * the story together. Of several that are equal the first; null where none says how it is spotted.
 */
export function nearestTopic(
  { title, text, story }: ArticleText,
  topics: readonly { dossier: string; spotting: Spotting }[],
): string | null {
  const begins = story.map(({ start, end }) => text.slice(start, end)).join('\n')
  const words = `${title}\n${begins.slice(0, enoughText)}`
  const ranked = topics.map(({ dossier, spotting: { groups, rules, threshold } }) => {
    const found = compileTerms(groups)(words)
    const fitting = rules.filter(({ all }) => all.every(id => found.has(id)))
    return { dossier, over: fitting.reduce((sum, { weight }) => sum + weight, 0) - threshold }
  })
  return ranked.toSorted((a, b) => b.over - a.over)[0]?.dossier ?? null
}
