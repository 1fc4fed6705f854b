import { readdirSync, readFileSync } from 'node:fs'
import type { Speaker } from '../../utils/model/dossier'

/** What somebody says in an invented article, judged by reading it, before any of it was read by the program. */
export interface Judged extends Speaker {
  /** Words that stand once in the article, and that are said. */
  words: string
  /** Whom the speaker goes through before this outlet: outlets, or who quotes. */
  via?: string[]
}

export interface JudgedArticle {
  outlet: string
  byline: string
  /** Outlets that are known from elsewhere. */
  outlets: string[]
  /** The rules were written with one half in view; the other is only measured on. */
  for: 'tuning' | 'measuring'
  paragraphs: string[]
  judged: Judged[]
}

const folder = new URL('../fixtures/attributions/', import.meta.url)

export const readJudged = (half: JudgedArticle['for']): JudgedArticle[] =>
  readdirSync(folder)
    .sort()
    .map((name): JudgedArticle => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    .filter(article => article.for === half)

/** Case, signs and articles aside. */
export const foldWords = (words = ''): string =>
  words
    .toLowerCase()
    .replace(/\b(?:the|an?)\s+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
