import type { Article, Claim, Question } from '../model/dossier'
import type { DossierHead, DossierTopic } from '../model/ports'
import { checkArticle, checkHead } from './check-references'
import { type Fault, faultsOfShape } from './describe-faults'
import { type HeadFields, pickArticle, pickClaim, pickHead, pickQuestion } from './pick-known'
import { createJsonSplitter, type JsonPart } from './split-json'
import {
  isArticleShape,
  isClaimShape,
  isHeadShape,
  isQuestionShape,
  listLimits,
  type ShapeError,
} from './validators.generated'

/** What one portion of the file brought, in its order and checked as far as each entry can be checked by itself. */
export interface DossierPortion {
  articles: Article[]
  claims: Claim[]
}

type ListName = keyof typeof listLimits
const listNames: readonly ListName[] = ['questions', 'articles', 'claims']
const isListName = (name: string): name is ListName => listNames.some(list => list === name)

/** The fields that a dossier's head may have. A `__proto__` among a file's fields is a field like any other. */
const headNames: readonly (keyof HeadFields)[] = [
  'format',
  'version',
  'id',
  'title',
  'summary',
  'compiledBy',
  'reportErrors',
  'spotting',
]

interface Shape {
  (value: unknown): boolean
  errors: ShapeError[] | null
}

/**
 * Reads a dossier's file portion by portion, whatever the order of its fields: the one validator for all that takes
 * dossiers in. Memory holds the head, the questions and one portion. Faults are collected; the reader says first what
 * breaks the grammar, with line and column, then what is wrong where.
 */
export function createDossierReader() {
  const splitter = createJsonSplitter(listNames)
  const fields = new Map<string, unknown>()
  const questions: Question[] = []
  const counts = new Map<ListName, number>()
  let broken: string | null = null

  /** An entry of the right shape, with the fields this program knows; null where it has faults. */
  function readItem<T extends object>(
    { name, index, value }: JsonPart,
    shape: Shape,
    pick: (value: T) => T,
    faults: Fault[],
  ): T | null {
    if (shape(value)) return pick(value as T)
    faults.push(...faultsOfShape(shape.errors, `${name}[${index}]`))
    return null
  }

  function takeItem(part: JsonPart, portion: DossierPortion, faults: Fault[]): void {
    const { index } = part
    if (part.name === 'questions') {
      const question = readItem<Question>(part, isQuestionShape, pickQuestion, faults)
      if (question) questions.push(question)
    } else if (part.name === 'articles') {
      const article = readItem<Article>(part, isArticleShape, pickArticle, faults)
      if (!article) return
      faults.push(...checkArticle(article, `articles[${index}]`))
      portion.articles.push(article)
    } else {
      const claim = readItem<Claim>(part, isClaimShape, pickClaim, faults)
      if (claim) portion.claims.push(claim)
    }
  }

  function take(part: JsonPart, portion: DossierPortion, faults: Fault[]): void {
    const { name, index, value } = part
    if (index !== null && isListName(name)) {
      if (index === 0 && counts.has(name)) faults.push({ path: name, what: 'stands there twice' })
      counts.set(name, index + 1)
      if (index < listLimits[name].maxItems) takeItem(part, portion, faults)
      else if (index === listLimits[name].maxItems) {
        faults.push({ path: name, what: `must have at most ${index} entries` })
      }
    } else if (isListName(name)) {
      counts.set(name, Number.POSITIVE_INFINITY)
      faults.push({ path: name, what: 'must be a list' })
    } else if (headNames.some(known => known === name)) {
      if (fields.has(name)) faults.push({ path: name, what: 'stands there twice' })
      fields.set(name, value)
    }
  }

  /** The head as far as it is known, with no prototype to pretend anything. */
  const readFields = (): unknown => Object.fromEntries(fields)

  return {
    push(text: string): { portion: DossierPortion; faults: Fault[]; broken: string | null } {
      const portion: DossierPortion = { articles: [], claims: [] }
      const faults: Fault[] = []
      const split = splitter.push(text)
      for (const part of split.parts) take(part, portion, faults)
      broken = split.fault
      return { portion, faults, broken }
    },
    /** What the file says it is; undefined as long as it has not said. */
    format: (): unknown => fields.get('format'),
    /** What claims are filed by, once all of that was read; null before, and where it has faults. */
    topic(): DossierTopic | null {
      // Spotting may be missing; whether it comes later nobody knows.
      if (!fields.has('spotting') || questions.length === 0 || !counts.has('articles')) return null
      const head = readFields()
      if (!isHeadShape(head)) return null
      const whole = { ...pickHead(head as HeadFields), questions }
      return checkHead(whole).length === 0 ? whole : null
    },
    /** The text has ended. */
    end(): { broken: string | null; faults: Fault[]; head: DossierHead } {
      broken ??= splitter.end()
      const head = readFields()
      const faults: Fault[] = isHeadShape(head) ? [] : faultsOfShape(isHeadShape.errors)
      for (const name of listNames) {
        const { minItems } = listLimits[name]
        if (!splitter.hasSeen(name)) faults.push({ path: name, what: 'is missing' })
        else if ((counts.get(name) ?? 0) < minItems) {
          faults.push({ path: name, what: `must have at least ${minItems} entry` })
        }
      }
      const whole = {
        ...(faults.length === 0 ? pickHead(head as HeadFields) : (head as HeadFields)),
        questions,
      }
      if (faults.length === 0) faults.push(...checkHead(whole))
      return { broken, faults, head: whole }
    },
  }
}

export type DossierReader = ReturnType<typeof createDossierReader>
