import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { readingThresholds } from '../../utils/matching/reading-weights'
import type { Dossier, Position } from '../../utils/model/dossier'
import type { TaggedPiece } from '../../utils/model/sentence-reading'
import { draftAttributions } from '../../utils/reading/draft-attributions'
import { hasShared, shared } from '../support/shared'
import type { MeasuredSentence } from './count-readings'
import { createMeasuring } from './read-measured'
import { type Figure, rate, recordFigures } from './record-figures'

// What is read where somebody denies something: sentences that the model never saw, put behind a few words that deny them,
// say the opposite; behind others they say the same.

const frames: { words: string; isDenied: boolean }[] = [
  { words: 'The White House denied that', isDenied: true },
  { words: 'Officials on Friday dismissed as false the claim that', isDenied: true },
  { words: 'The White House did not deny that', isDenied: false },
  { words: 'The White House confirmed that', isDenied: false },
]
const dossier: Dossier = JSON.parse(
  readFileSync(new URL('../../public/dossiers/presidential-phone-security.json', import.meta.url), 'utf8'),
)
const turned: Record<Position, Position> = { yes: 'no', no: 'yes', partly: 'partly', unknown: 'unknown' }

if (!hasShared)
  process.stdout.write('Denials are measured on data that is not beside this checkout: skipped.\n')

describe.skipIf(!hasShared)('what is denied', async () => {
  const figures: Record<string, Figure> = {}
  const measuring = createMeasuring()
  afterAll(async () => {
    await measuring.dispose()
    recordFigures('denials', figures)
  })

  test('has the opposite position', { timeout: 900_000 }, async () => {
    const restated: MeasuredSentence[] = readFileSync(shared('model/dev.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    const articlesRead = new Set(restated.map(({ article }) => article))
    // What the dossier has as these articles' claims is in other words, and nobody's else: the model never saw either.
    const rows = [
      ...restated,
      ...dossier.claims.flatMap(({ article, statement, bearsOn }): MeasuredSentence[] =>
        articlesRead.has(article)
          ? [
              {
                article,
                sentence: statement,
                dossier: bearsOn.map(each => [each.question, each.position]),
                bears: [],
              },
            ]
          : [],
      ),
    ]
    const counts = frames.map(() => ({ right: 0, alone: 0, of: 0 }))
    for (const id of articlesRead) {
      const own = rows.filter(({ article }) => article === id)
      const framed = [{ words: '', isDenied: false }, ...frames].map(({ words }) =>
        own.map(({ sentence }) =>
          words ? `${words} ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence,
        ),
      )
      const read = await measuring.read(framed.flat(), id)
      for (const [at, row] of own.entries()) {
        const [plain] = read[at]?.judged ?? []
        // What somebody in it says already nobody denies in these words.
        if (isAttributed(row.sentence, read[at]?.reading.pieces ?? [])) continue
        // Of what is read right without the words around it, so that only these are measured.
        const gold = [...row.dossier, ...row.bears].filter(([question]) => question === plain?.question)
        if (!plain || plain.score < readingThresholds.even.claim) continue
        if (turned[plain.position] === plain.position || gold.length === 0) continue
        if (!gold.every(([, position]) => position === plain.position)) continue
        for (const [index, { isDenied }] of frames.entries()) {
          const count = counts[index]
          const { judged = [], reading } = read[(index + 1) * own.length + at] ?? {}
          const isAsked = ({ question }: { question: string }) => question === plain.question
          const wanted = isDenied ? turned[plain.position] : plain.position
          if (!count) continue
          count.of += 1
          count.right += Number(judged.find(isAsked)?.position === wanted)
          const alone = reading?.questions.find(isAsked)?.positions
          count.alone += Number(alone?.[wanted] === Math.max(...Object.values(alone ?? {})))
        }
      }
    }
    for (const [index, { words, isDenied }] of frames.entries()) {
      const { right, alone, of } = counts[index] ?? { right: 0, alone: 0, of: 0 }
      const on = 'sentences of 24 articles that are read right by themselves, put behind these words'
      const measured = `“${words} …”: position is ${isDenied ? 'the opposite' : 'the same'}`
      const goal = isDenied ? `above ${rate(alone, of)}, the model alone` : ''
      figures[words] = { measured, on, count: right, of, goal }
      expect(of).toBeGreaterThan(25)
      expect(rate(right, of), words).toBeGreaterThan(isDenied ? rate(alone, of) + 0.5 : 0.85)
    }
  })
})

function isAttributed(sentence: string, pieces: readonly TaggedPiece[]): boolean {
  const whole = [{ start: 0, end: sentence.length }]
  return draftAttributions(sentence, whole, whole, [pieces]).drafts.length > 0
}
