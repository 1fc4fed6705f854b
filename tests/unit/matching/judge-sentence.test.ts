import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeArticle, maySayContradicts } from '../../../utils/matching/judge-article'
import {
  type JudgedQuestion,
  judgeSentence,
  type NearStatement,
} from '../../../utils/matching/judge-sentence'
import { readingThresholds, readingWeights } from '../../../utils/matching/reading-weights'
import { type Position, positions } from '../../../utils/model/dossier'
import { asClaimId, asQuestionId } from '../../../utils/model/ids'
import type { QuestionScore } from '../../../utils/model/sentence-reading'

const near = (id: string, likeness: number, answers: Record<string, Position>): NearStatement => ({
  claim: {
    id: asClaimId(id),
    bearsOn: Object.entries(answers).map(([question, position]) => ({
      question: asQuestionId(question),
      position,
    })),
  },
  likeness,
})

const said = (
  question: string,
  score: number,
  chances: [yes: number, no: number, partly: number, unknown: number],
): QuestionScore => ({
  question: asQuestionId(question),
  score,
  positions: { yes: chances[0], no: chances[1], partly: chances[2], unknown: chances[3] },
})

describe('what a sentence says', () => {
  it('is what model and nearest claims say together, with the claims that decided', () => {
    const judged = judgeSentence(
      [said('listened', 0.8, [0.4, 0.5, 0.05, 0.05]), said('rotation', 0.6, [0.9, 0.1, 0, 0])],
      [near('a', 0.9, { listened: 'yes' }), near('b', 0.85, { listened: 'yes' })],
    )
    expect(judged.map(({ question }) => question)).toEqual(['listened', 'rotation'])
    expect(judged[0]).toMatchObject({ position: 'yes', neighbours: ['a', 'b'] })
    expect(judged[0]?.score).toBeCloseTo(0.8 * 0.8 + 0.2)
    expect(judged[1]?.score).toBeCloseTo(0.8 * 0.6)
    expect(judged[1]).toMatchObject({ position: 'yes', neighbours: [] })
  })

  it('lets near claims decide between two questions that the model finds alike', () => {
    const scores = [said('listened', 0.5, [0.9, 0.1, 0, 0]), said('hacked', 0.5, [0.9, 0.1, 0, 0])]
    const [first] = judgeSentence(scores, [near('a', 0.9, { hacked: 'yes' })])
    expect(first?.question).toBe('hacked')
  })

  it('takes a question that the model does not know from near claims alone, and not from far ones', () => {
    const [byNear] = judgeSentence([], [near('a', 0.9, { mine: 'no' })])
    expect(byNear).toMatchObject({ question: 'mine', position: 'no', score: 1, positionScore: 1 })
    const [byFar] = judgeSentence([], [near('a', 0.3, { mine: 'no' })])
    expect(byFar?.score).toBe(0)
  })

  it('is less sure the less the sentence’s words are those of the topic, and as sure as ever where nobody asked', () => {
    const judge = (topic?: number) =>
      judgeSentence(
        [said('listened', 0.9, [1, 0, 0, 0])],
        [],
        topic === undefined ? undefined : { topic, isLimited: false },
      )[0]?.score ?? 0
    expect(judge(0)).toBeCloseTo(readingWeights.offTopic * judge())
    expect(judge(0.1)).toBeGreaterThan(judge(0))
    expect(judge(readingWeights.wholeTopic)).toBeCloseTo(judge())
    expect(judge(1)).toBe(judge(readingWeights.wholeTopic))
  })

  it('has with it that the sentence limits what it says', () => {
    const scores = [said('listened', 0.9, [1, 0, 0, 0])]
    expect(judgeSentence(scores, [], { topic: 1, isLimited: true })[0]?.isLimited).toBe(true)
    expect(judgeSentence(scores, [], { topic: 1, isLimited: false })[0]).not.toHaveProperty('isLimited')
  })

  it('says nothing where nothing was read and nothing is near', () => {
    expect(judgeSentence([], [])).toEqual([])
  })

  it('gives scores and chances between 0 and 1, best first, for whatever comes', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(id, unit), { selector: ([name]) => name }),
        fc.array(fc.tuple(fc.uuid(), fc.double({ min: -1, max: 1, noNaN: true }), id)),
        (scores, claims) => {
          const judged = judgeSentence(
            scores.map(([name, score]) => said(name, score, [0.25, 0.25, 0.25, 0.25])),
            claims
              .map(([claim, likeness, question]) => near(claim, likeness, { [question]: 'yes' }))
              .sort((a, b) => b.likeness - a.likeness),
          )
          for (const { score, positionScore, position } of judged) {
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(1 + 1e-9)
            expect(positionScore).toBeLessThanOrEqual(1 + 1e-9)
            expect(positions).toContain(position)
          }
          expect(judged.map(({ score }) => score)).toEqual(
            judged.map(({ score }) => score).toSorted((a, b) => b - a),
          )
        },
      ),
    )
  })
})

const judgedAs = (question: string, score: number): JudgedQuestion => ({
  question: asQuestionId(question),
  score,
  position: 'yes',
  positionScore: 0.9,
  neighbours: [],
})

describe('what an article is shown to say', () => {
  const { claim, related } = readingThresholds.even

  it('is marked where it is sure, may be listed where it is less, and is left alone where no words could help', () => {
    const far = related - readingWeights.terms
    const [sentence] = judgeArticle(
      [[judgedAs('sure', 0.95), judgedAs('near', claim), judgedAs('far', far)]],
      'even',
    )
    expect(sentence?.claims.map(({ question }) => question)).toEqual(['sure'])
    expect(sentence?.related.map(({ question }) => question)).toEqual(['near'])
  })

  it('is surer of what another sentence bears on too', () => {
    const alone = judgeArticle([[judgedAs('listened', claim)]], 'even')
    const twice = judgeArticle([[judgedAs('listened', claim)], [judgedAs('listened', 0.9)]], 'even')
    expect(alone[0]?.claims).toEqual([])
    expect(twice[0]?.claims.map(({ question }) => question)).toEqual(['listened'])
  })

  it('does not take a sentence for its own support', () => {
    const [first] = judgeArticle([[judgedAs('listened', 0.6)], []], 'even')
    expect([...(first?.claims ?? []), ...(first?.related ?? [])][0]?.score).toBeCloseTo(0.85 * 0.6)
  })

  it('marks fewer the surer the reader wants it', () => {
    const sentences = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((score, index) => [judgedAs(`q${index}`, score)])
    const counts = (['more', 'even', 'fewer'] as const).map(
      sureness => judgeArticle(sentences, sureness).flatMap(({ claims }) => claims).length,
    )
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    expect(new Set(counts).size).toBe(3)
  })

  it('contradicts nothing unless both question and position are sure', () => {
    expect(maySayContradicts({ score: 0.9, positionScore: 0.9 })).toBe(true)
    expect(maySayContradicts({ score: 0.9, positionScore: 0.5 })).toBe(false)
    expect(maySayContradicts({ score: 0.5, positionScore: 0.9 })).toBe(false)
    expect(maySayContradicts({ score: 0.9, positionScore: 0.9, isLimited: true })).toBe(false)
    expect(maySayContradicts({ score: 0.9, positionScore: 0.9, isOpposed: true })).toBe(false)
    expect(maySayContradicts({ score: 0.9, positionScore: 0.9, denied: 'that it was so' })).toBe(false)
  })

  it.each<[what: string, isOpposed: true | undefined, on: Position[]]>([
    ['nothing near', undefined, []],
    ['one of one', undefined, ['no']],
    ['one of two', undefined, ['yes', 'no']],
    ['two of three', undefined, ['yes', 'no', 'no', 'yes', 'yes']],
    ['none of one', true, ['yes']],
    ['one of three', true, ['partly', 'no', 'yes', 'no', 'no']],
  ])('is opposed by most of the nearest claims or not: %s', (_what, isOpposed, on) => {
    const [first] = judgeSentence(
      [said('listened', 0.9, [0, 1, 0, 0])],
      on.map((position, at) => near(`n${at}`, 0.9 - at / 100, { listened: position })),
    )
    expect([first?.position, first?.isOpposed]).toEqual(['no', isOpposed])
  })
})
