import { describe, expect, test } from 'vitest'
import { findLeftOut } from '../../../utils/matching/find-left-out'
import { makeStance } from '../../../utils/matching/make-stance'
import { createProfiler } from '../../../utils/matching/profile-terms'
import { readProfiles } from '../../../utils/matching/read-profiles'
import { createTermReader } from '../../../utils/matching/terms'
import type { Spotting } from '../../../utils/model/dossier'
import { asDossierId } from '../../../utils/model/ids'
import { askedQuestion, makeClaim, makeOnFile, makeSpeaker, twoPhones } from '../../support/make-claim'

const spotting: Spotting = {
  groups: [{ id: 'device', terms: ['phone*', 'handset*'] }],
  rules: [{ all: ['device'], weight: 1 }],
  threshold: 1,
}

/** What is left out beside "Vell uses two phones" and "Vell may use two phones". */
function find(statements: string[] | ReturnType<typeof makeClaim>[]) {
  const others = statements.map((one, index) =>
    typeof one === 'string' ? makeOnFile(`other-${index}#1`, { statement: one }) : one,
  )
  const pair = [
    makeClaim({ id: 'here#1', statement: 'Vell uses two phones in the palace.' }),
    makeClaim({ id: 'file#1', statement: 'Vell may use two phones.' }),
  ]
  const profiler = createProfiler(asDossierId('d'), [twoPhones], spotting)
  for (const claim of [...pair, ...others]) profiler.add(claim)
  for (let n = 0; n < 80; n++) profiler.add({ statement: 'Something else altogether', bearsOn: [] })
  const [here, onFile, ...rest] = [...pair, ...others].map(claim => makeStance(claim, askedQuestion))
  if (!here || !onFile) throw new Error('no pair')
  return findLeftOut([here, onFile], rest, {
    question: twoPhones.text,
    readTerms: createTermReader(spotting),
    terms: readProfiles(profiler.finish())[0] ?? null,
  })
}
const show = (found: ReturnType<typeof find>) =>
  found.map(({ kind, text, counts }) => `${kind} ${text} ${counts.sources}`)

describe('what both leave out', () => {
  test('is what others name, most sources first, then the most telling kind', () => {
    const found = find([
      'The Kessel Bureau checked it in May 2019.',
      'Spies of the Kessel Bureau heard 40 calls in May 2019.',
      'It was heard in May 2019.',
      'It was reportedly heard.',
    ])
    expect(show(found)).toEqual([
      'time May 2019 3',
      'name Kessel Bureau 2',
      'number 40 calls 1',
      'hedge reportedly 1',
    ])
    expect(found[1]?.by).toEqual([
      { claim: 'other-0#1', chain: ['Speaker of other-0#1', 'Harbour Post'] },
      { claim: 'other-1#1', chain: ['Speaker of other-1#1', 'Harbour Post'] },
    ])
  })

  test('has nothing that either of the two has, also less exactly or in short', () => {
    expect(find(['President Vell uses 2 phones, which may be safe.'])).toEqual([])
    expect(find([])).toEqual([])
  })

  test('joins what means the same, the longer name shown', () => {
    const found = find(['Brandt heard 5,000 calls.', 'Ilo Brandt heard five thousand calls.'])
    expect(show(found)).toEqual(['name Ilo Brandt 2', 'number 5,000 calls 2'])
  })

  test('counts sources, not outlets that carry one', () => {
    const carried = ['a', 'b'].map(id =>
      makeOnFile(`${id}#1`, {
        statement: 'Brandt heard it.',
        speaker: makeSpeaker('Mara Folk'),
        source: { publisher: `Paper ${id}` },
      }),
    )
    expect(find(carried)).toMatchObject([{ text: 'Brandt', counts: { sources: 1, outlets: 2 }, by: [{}] }])
  })

  test('leaves out who speaks, whom it is about, and what tells nothing alone', () => {
    const own = makeOnFile('own#1', {
      statement: 'It rang, Rena Folk says.',
      speaker: makeSpeaker('Rena Folk'),
    })
    expect(find([own])).toEqual([])
    expect(find(['A second phone rang for weeks.', 'One phone of Vell’s rang.', 'It is not so.'])).toEqual([])
  })

  test('has a rare word where three sources have it, but not what all speak of, nor another word for what both have', () => {
    const words = [
      'the wire',
      'the wire again',
      'some wire',
      'a bell',
      'a door',
      'a lamp',
      'a desk',
      'a cup',
      'a hat',
    ]
    expect(show(find(words.map(word => `The handset lies by ${word}.`)))).toEqual(['word wire 3'])
    expect(find(['The wire.', 'A wire.', 'Some wire.'])).toEqual([])
  })

  test('is a handful', () => {
    const names = 'Orsk Kessel Norvik Brandt Okell Venn Folk'.split(' ')
    expect(find(names.map(name => `A spy of ${name} heard it.`))).toHaveLength(5)
  })
})
