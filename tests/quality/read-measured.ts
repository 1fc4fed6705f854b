import { readFileSync } from 'node:fs'
import { createReadingModel } from '../../utils/inference/create-reading-model'
import { judgeArticle, type SentenceJudgement } from '../../utils/matching/judge-article'
import type { ArticleText } from '../../utils/model/article-text'
import type { Dossier } from '../../utils/model/dossier'
import type { SentenceMatch } from '../../utils/model/ports'
import type { Sureness } from '../../utils/model/settings'
import { type JudgedSentence, judgeSentences } from '../../utils/services/judge-sentences'
import { createTermMatcher } from '../../utils/services/match-by-terms'
import { takeClaimVectors } from '../../utils/services/take-claim-vectors'
import { createMemoryClaimVectors } from '../support/memory-model'
import { createMemoryPorts } from '../support/memory-ports'
import { readModelFile } from '../support/node-model'

// Reads sentences as the extension does, against the starter dossier without one of its articles.

const folder = new URL('../../public/dossiers/', import.meta.url)
const name = 'presidential-phone-security'
const dossier: Dossier = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
const vectorFile = new Uint8Array(readFileSync(new URL(`${name}.vectors.bin`, folder)))

/** A sentence, what it was judged by, and what it was judged to say. */
export interface ReadSentence extends JudgedSentence {
  matches: SentenceMatch[]
}

/** An article's sentences as they are marked and listed at each sureness. */
export type Judged = Record<Sureness, SentenceJudgement[]>

export function judgeAll(sentences: readonly ReadSentence[]): Judged {
  const judge = (sureness: Sureness) =>
    judgeArticle(
      sentences.map(({ judged }) => judged),
      sureness,
    )
  return { more: judge('more'), even: judge('even'), fewer: judge('fewer') }
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
export const countIn = <Each>(list: readonly Each[], isIn: (each: Each) => boolean): number =>
  list.filter(isIn).length

/** A page of nothing but these lines. */
export function makePage(lines: readonly string[], more: Partial<ArticleText> = {}): ArticleText {
  const text = lines.join('\n')
  return {
    addresses: ['https://quillpost.example/story'],
    title: '',
    outlet: 'Quill Post',
    byline: '',
    published: null,
    modified: null,
    language: 'en',
    text,
    story: [{ start: 0, end: text.length }],
    ...more,
  }
}

/** The model is run once for each sentence: what it said is kept for all that follows. */
export function createMeasuring() {
  const model = createReadingModel(readModelFile)
  const { cache } = createMemoryPorts()

  /** The extension's ports, on all that is on file but one article; '' leaves none out. */
  async function without(article: string) {
    const others = dossier.claims.filter(claim => claim.article !== article)
    const ports = {
      ...createMemoryPorts(),
      model,
      cache,
      vectors: await vectorsOf(others.map(({ id }) => id)),
    }
    const saved = await ports.corpus.saveDossier({
      ...dossier,
      articles: dossier.articles.filter(({ id }) => id !== article),
      claims: others,
    })
    if (!saved.ok) throw new Error(saved.failure.detail)
    return ports
  }

  async function vectorsOf(claims: readonly string[]) {
    const whole = createMemoryClaimVectors()
    const taken = await takeClaimVectors({ model, vectors: whole }, dossier, vectorFile)
    if (!taken.ok) throw new Error(`${taken.failure.detail}: node scripts/make-vectors.ts`)
    const block = await whole.loadBlock(dossier.id, 0)
    if (!block || block.claims.length !== dossier.claims.length) throw new Error('not all are in one block')
    const wanted = new Set(claims)
    const rows = block.claims.flatMap((id, index) => (wanted.has(id) ? [index] : []))
    const { dimensions } = model
    const vectors = new Int8Array(rows.length * dimensions)
    for (const [at, index] of rows.entries())
      vectors.set(block.vectors.subarray(index * dimensions, (index + 1) * dimensions), at * dimensions)
    const kept = createMemoryClaimVectors()
    const pick = <Each>(list: readonly Each[]) => rows.flatMap(index => list[index] ?? [])
    await kept.saveBlock(dossier.id, 0, {
      ...block,
      claims: pick(block.claims),
      statements: pick(block.statements),
      answers: pick(block.answers),
      vectors,
    })
    return kept
  }

  const ofArticle = new Map(dossier.claims.map(({ id, article }) => [id, article]))

  /** The sentences of one article, each against all that is on file without it. */
  async function read(sentences: readonly string[], article: string): Promise<ReadSentence[]> {
    const ports = await without(article)
    const matched = await createTermMatcher(ports).match([...sentences])
    const toJudge = sentences.map((text, index) => ({ text, matches: matched[index] ?? [] }))
    const read = await judgeSentences(ports, toJudge, dossier.id, { isPrivate: false })
    if (!read.ok) throw new Error(`${read.failure.kind}: ${read.failure.detail}`)
    return read.value.map((sentence, index) => {
      if (sentence.near.some(({ claim }) => ofArticle.get(claim.id) === article))
        throw new Error(`${article}: is beside itself`)
      return { ...sentence, matches: matched[index] ?? [] }
    })
  }

  return { read, without, dispose: () => model.dispose() }
}
