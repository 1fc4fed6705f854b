import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countSources } from '../../../utils/matching/count-sources'
import { groupBySource } from '../../../utils/matching/group-by-source'
import { makeStance, type Stance } from '../../../utils/matching/make-stance'
import { judgeSameSource } from '../../../utils/matching/same-source'
import type { ClaimOnFile } from '../../../utils/model/reading'
import { askedQuestion, makeClaim } from '../../support/make-claim'

const stance = (claim: ClaimOnFile) => makeStance(claim, askedQuestion)
const ruleOf = (a: ClaimOnFile, b: ClaimOnFile) => judgeSameSource(stance(a), stance(b))?.rule ?? null
const bo = { name: 'Bo Marsh', kind: 'named' as const }
const aide = { name: 'an aide', kind: 'anonymous' as const }
const carried = (id: string, change: Parameters<typeof makeClaim>[0] = {}) =>
  makeClaim({ id, ...change, source: { publisher: `Outlet of ${id}`, ...change.source } })

describe('one source', () => {
  const said = makeClaim({ id: 'a#1', source: { published: '2031-05-01' } })

  test('is a speaker whom several outlets carry within seven days', () => {
    expect(ruleOf(said, carried('b#1', { source: { published: '2031-05-08' } }))).toBe('same_origin')
    expect(ruleOf(said, carried('b#1', { source: { published: '2031-04-24' } }))).toBe('same_origin')
    expect(ruleOf(said, carried('b#1', { source: { published: '2031-05-09' } }))).toBeNull()
  })
  test('is not shown by a date that is not known to the day', () => {
    expect(ruleOf(said, carried('b#1', { source: { published: '2031-05' } }))).toBeNull()
    expect(ruleOf(said, carried('b#1', { source: { published: '2031' } }))).toBeNull()
  })
  test('answers the same, about the same subject', () => {
    expect(ruleOf(said, carried('b#1', { position: 'no', source: { published: '2031-05-01' } }))).toBeNull()
    expect(ruleOf(said, carried('b#1', { subject: 'Oss', source: { published: '2031-05-01' } }))).toBeNull()
    expect(ruleOf(said, carried('b#1', { bearsOn: [], source: { published: '2031-05-01' } }))).toBeNull()
  })
  test('is the outlet that an anonymous speaker told', () => {
    const first = carried('a#1', { speaker: aide, chain: ['an aide', 'The Harbour Post'] })
    const again = carried('b#1', { speaker: aide, chain: ['aides', 'HARBOUR POST', 'Hill Gazette'] })
    const elsewhere = carried('c#1', { speaker: aide, chain: ['an aide', 'Hill Gazette'] })
    const itself = carried('d#1', {
      speaker: { name: 'Harbour Post', kind: 'outlet' },
      chain: ['Harbour Post'],
    })
    const afterPaper = carried('e#1', {
      speaker: aide,
      chain: ['a paper', 'an aide', 'Harbour Post', 'Isle Echo'],
    })
    expect(ruleOf(first, again)).toBe('same_origin')
    expect(ruleOf(first, itself)).toBe('same_origin')
    expect(ruleOf(first, afterPaper)).toBe('same_origin')
    expect(ruleOf(first, elsewhere)).toBeNull()
  })

  describe('by an agency’s copy', () => {
    const wire = { credit: 'Wire' }
    const own = (id: string, credit = 'Wire') =>
      carried(id, {
        speaker: { name: `Outlet of ${id}`, kind: 'outlet' },
        chain: [`Outlet of ${id}`],
        source: { credit },
      })
    test('within a week', () => {
      expect(ruleOf(own('a#1'), own('b#1', 'WIRE'))).toBe('same_credit')
      expect(ruleOf(own('a#1'), own('b#1', 'Cable'))).toBeNull()
      const late = own('b#1')
      late.source.published = '2031-05-18'
      expect(ruleOf(own('a#1'), late)).toBeNull()
    })
    test('never two anonymous speakers whom different outlets found', () => {
      const one = carried('a#1', { speaker: aide, chain: ['an aide', 'Harbour Post'], source: wire })
      const two = carried('b#1', { speaker: aide, chain: ['an aide', 'Hill Gazette'], source: wire })
      expect(ruleOf(one, two)).toBeNull()
    })
    test('nor two known speakers, nor two claims of one article', () => {
      expect(
        ruleOf(carried('a#1', { source: wire }), carried('b#1', { speaker: bo, source: wire })),
      ).toBeNull()
      const here = own('a#1')
      expect(ruleOf(here, { ...own('b#1'), source: here.source })).toBeNull()
    })
  })
})

describe('counting', () => {
  test('goes from one to the next: a statement that goes round for two weeks is one source', () => {
    const claims = ['01', '07', '13'].map(day =>
      carried(`d${day}#1`, { source: { published: `2031-05-${day}` } }),
    )
    expect(countSources(claims.map(stance))).toEqual({ sources: 1, outlets: 3 })
    expect(countSources([claims[0], claims[2]].flatMap(claim => (claim ? [stance(claim)] : [])))).toEqual({
      sources: 2,
      outlets: 2,
    })
  })
  test('counts outlets under any spelling once', () => {
    const claims = ['The Hill Gazette', 'Hill Gazette', 'HILL GAZETTE'].map((publisher, index) =>
      carried(`a${index}#1`, { source: { publisher } }),
    )
    expect(countSources(claims.map(stance))).toEqual({ sources: 1, outlets: 1 })
  })
  test('does not join anonymous speakers of different outlets over a third claim', () => {
    const wire = { credit: 'Wire' }
    const claims = [
      carried('a#1', { speaker: aide, chain: ['an aide', 'Harbour Post'], source: wire }),
      carried('b#1', { speaker: bo, source: wire }),
      carried('c#1', { speaker: aide, chain: ['an aide', 'Hill Gazette'], source: wire }),
    ]
    const groups = groupBySource(claims.map(stance)).map(group => group.map(({ claim }) => claim.id))
    expect(groups).toEqual([['a#1', 'b#1'], ['c#1']])
  })
  test('does not depend on the order handed in, and loses nothing', () => {
    const claims = fc.array(
      fc.record({
        name: fc.constantFrom('Ada', 'Bo', 'Harbour Post', 'Hill Gazette'),
        kind: fc.constantFrom('named', 'anonymous', 'institution', 'outlet'),
        via: fc.constantFrom('Harbour Post', 'Hill Gazette'),
        day: fc.integer({ min: 1, max: 28 }),
        credit: fc.constantFrom('Wire', 'Cable'),
        position: fc.constantFrom('yes', 'no'),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(claims, fc.infiniteStream(fc.nat()), (parts, shuffle) => {
        const stances = parts.map(({ name, kind, via, day, credit, position }, index) =>
          stance(
            carried(`a${index}#1`, {
              speaker: { name, kind },
              chain: [name, via],
              position,
              source: { published: `2031-05-${String(day).padStart(2, '0')}`, credit },
            }),
          ),
        )
        const shuffled = stances
          .map(one => ({ one, key: shuffle.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const groups = groupBySource(stances)
        expect(groupBySource(shuffled)).toEqual(groups)
        expect(groups.flat()).toHaveLength(stances.length)
      }),
    )
  })
  test('joins as looking at all pairs would', () => {
    const claims = fc.array(
      fc.record({
        name: fc.constantFrom('Ada', 'Bo', 'an aide', 'Harbour Post'),
        kind: fc.constantFrom('named', 'anonymous', 'outlet'),
        via: fc.constantFrom('Harbour Post', 'Hill Gazette', 'Isle Echo'),
        day: fc.integer({ min: 1, max: 60 }),
        credit: fc.constantFrom('Wire', 'Cable', undefined),
        isYearOnly: fc.boolean(),
      }),
      { maxLength: 25 },
    )
    fc.assert(
      fc.property(claims, parts => {
        const stances = parts.map(({ name, kind, via, day, credit, isYearOnly }, index) => {
          const published = new Date(Date.UTC(2031, 4, day)).toISOString().slice(0, isYearOnly ? 4 : 10)
          return stance(
            carried(`a${String(index).padStart(2, '0')}#1`, {
              speaker: { name, kind },
              chain: [name, via],
              source: { published, ...(credit === undefined ? {} : { credit }) },
            }),
          )
        })
        expect(idsOf(groupBySource(stances))).toEqual(idsOf(groupByAllPairs(stances)))
      }),
      { numRuns: 300 },
    )
  })
})

const idsOf = (groups: Stance[][]): string[][] =>
  groups
    .map(group => group.map(({ claim }) => String(claim.id)).toSorted())
    .toSorted((a, b) => compare(a[0], b[0]))
const compare = (a = '', b = ''): number => (a < b ? -1 : 1)

/** What is meant, without a thought of time: every pair under every rule, in the order of ids. */
function groupByAllPairs(stances: Stance[]): Stance[][] {
  const groups = new Map(stances.map(one => [one, [one]]))
  const areApart = (a: Stance, b: Stance) =>
    a.origin !== b.origin &&
    ((a.claim.speaker.kind === 'anonymous' && b.claim.speaker.kind === 'anonymous') ||
      (a.speaker !== null && b.speaker !== null))
  for (const rule of ['same_claim', 'same_origin', 'same_credit']) {
    for (const [index, a] of stances.entries()) {
      for (const b of stances.slice(index + 1)) {
        if (judgeSameSource(a, b)?.rule !== rule) continue
        const [first = [], second = []] = [groups.get(a), groups.get(b)]
        if (first === second || first.some(one => second.some(other => areApart(one, other)))) continue
        const both = [...first, ...second]
        for (const each of both) groups.set(each, both)
      }
    }
  }
  return [...new Set(groups.values())]
}
