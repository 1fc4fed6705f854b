import { expect, test } from 'vitest'
import { createProfiler } from '../../../utils/matching/profile-terms'
import { rarity, readProfiles, weighTerm } from '../../../utils/matching/read-profiles'
import { longestProfile, mostCounts, questionTextCounts } from '../../../utils/matching/weights'
import { asDossierId, asQuestionId } from '../../../utils/model/ids'
import { makeQuestion } from '../../support/make-dossier'

const dossier = asDossierId('d')
const listened = makeQuestion('listened', 'Did spies listen?')
const bearsOn = [{ question: listened.id, position: 'yes' as const }]

test('counts in how many claims a term occurs, for each question and for the whole', () => {
  const profiler = createProfiler(dossier, [listened, makeQuestion('other', 'Another?')], null)
  expect(profiler.add({ statement: 'Spies, spies and phones', bearsOn })).toEqual({
    terms: ['spy', 'phon'],
    families: [],
  })
  profiler.add({ statement: 'Phones', bearsOn: [] })
  const [whole, one, two] = profiler.finish()
  expect(whole).toEqual({
    dossier,
    question: null,
    claims: 2,
    termsPerClaim: 1.5,
    counts: [
      ['phon', 2],
      ['spy', 1],
    ],
  })
  expect(one).toMatchObject({ question: 'listened', claims: 1 })
  expect(new Map(one?.counts)).toEqual(
    new Map([
      ['spy', 1 + questionTextCounts],
      ['phon', 1],
      ['listen', questionTextCounts],
    ]),
  )
  expect(two).toMatchObject({ question: 'other', claims: 0, termsPerClaim: 0 })
})

test('families are counted, and nothing is looked up by them', () => {
  const spotting = {
    groups: [{ id: 'tap', terms: ['listen*'] }],
    rules: [{ all: ['tap'], weight: 1 }],
    threshold: 1,
  }
  const profiler = createProfiler(dossier, [], spotting)
  expect(profiler.add({ statement: 'They listened', bearsOn: [] })).toEqual({
    terms: ['listen'],
    families: ['@tap'],
  })
  expect(profiler.finish()[0]?.counts).toEqual([
    ['@tap', 1],
    ['listen', 1],
  ])
})

test('a profile keeps its most frequent terms only', () => {
  const profiler = createProfiler(dossier, [listened], null)
  const words = Array.from({ length: longestProfile.question + 10 }, (_, n) => `w${n}`)
  profiler.add({ statement: words.join(' '), bearsOn })
  profiler.add({ statement: words.at(-1) ?? '', bearsOn })
  const counts = profiler.finish()[1]?.counts ?? []
  expect(counts).toHaveLength(longestProfile.question)
  expect(counts.slice(0, 3).map(([term]) => term)).toContain(words.at(-1))
})

test('of very many terms the rarest are forgotten on the way, and what is frequent stays', () => {
  const profiler = createProfiler(dossier, [listened], null)
  const lines = Math.ceil((1.4 * mostCounts) / 100)
  for (let n = 0; n < lines; n += 1) {
    const once = Array.from({ length: 100 }, (_, k) => `w${n}x${k}`)
    profiler.add({ statement: ['president overheard', ...once].join(' '), bearsOn })
  }
  const [whole, question] = profiler.finish()
  for (const profile of [whole, question]) {
    expect(profile?.claims).toBe(lines)
    expect(profile?.counts.slice(0, 2)).toEqual([
      ['overheard', lines],
      ['president', lines],
    ])
  }
})

test('words like a prototype’s fields are words', () => {
  const profiler = createProfiler(dossier, [listened], null)
  profiler.add({ statement: '__proto__ proto constructor', bearsOn })
  const [whole] = readProfiles(profiler.finish())
  expect([...(whole?.counts ?? [])]).toEqual([
    ['construct', 1],
    ['proto', 1],
  ])
})

test('a term speaks for the question where it is frequent, against it where it is missing', () => {
  const profiler = createProfiler(dossier, [listened, makeQuestion('other', 'Another?')], null)
  for (let n = 0; n < 20; n++) profiler.add({ statement: 'president overheard', bearsOn })
  const other = [{ question: asQuestionId('other'), position: 'no' as const }]
  for (let n = 0; n < 20; n++) profiler.add({ statement: 'president umbrella', bearsOn: other })
  const [whole] = readProfiles(profiler.finish())
  const [question] = whole?.questions ?? []
  if (!whole || !question) expect.fail('no profile')
  expect(weighTerm('overheard', whole, question)).toBeGreaterThan(0.3)
  expect(Math.abs(weighTerm('presid', whole, question))).toBeLessThan(0.1)
  expect(weighTerm('umbrella', whole, question)).toBeLessThan(0)
  expect(weighTerm('unheard', whole, question)).toBe(0)
  expect(rarity('unheard', whole)).toBeGreaterThan(rarity('umbrella', whole))
})

test('questions without claims and dossiers without any are left out', () => {
  const profiler = createProfiler(dossier, [listened], null)
  expect(readProfiles(profiler.finish())).toEqual([])
  profiler.add({ statement: 'Background.', bearsOn: [] })
  expect(readProfiles(profiler.finish())).toMatchObject([{ dossier, questions: [] }])
})
