import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareStatements } from '../../../utils/matching/compare-statements'
import { toStatement } from '../../../utils/matching/parts/read-statement'
import type { Segment } from '../../../utils/model/comparison'
import { makeClaim } from '../../support/make-claim'
import { measureGrowth } from '../../support/measure-growth'

const plain = (text: string) => ({ text, about: null, published: null, names: [] as string[] })
const compare = (a: string, b: string) => compareStatements(plain(a), plain(b))

/** What is emphasised, as "kind standing: words". */
const show = (segments: Segment[]): string[] =>
  segments
    .filter(({ standing }) => standing !== 'same')
    .map(({ kind, standing, text }) => `${kind ?? 'word'} ${standing}: ${text}`)
const parts = (segments: Segment[]): string[] => show(segments).filter(shown => !shown.startsWith('word'))
const both = (a: string, b: string) => {
  const { here, onFile } = compare(a, b)
  return [parts(here), parts(onFile)]
}

describe('what is the same however it is written', () => {
  test.each([
    ['Vell owns two phones.', 'Vell owns 2 phones.'],
    ['She made 5,000 calls.', 'She made 5000 calls.'],
    ['It cost 1.1 million euros.', 'It cost €1,100,000.'],
    ['Half of the calls were heard.', '50% of the calls were heard.'],
    ['Two thirds of the calls were heard.', 'Two out of three calls were heard.'],
    ['Twenty-two aides had it.', 'Its holders were 22 aides.'],
    ['Three hundred and five aides had it.', 'It was held by 305 aides.'],
    ['It was on 21 May 2018.', 'It was on May 21st, 2018.'],
    ['It was on 2018-05-21.', 'It was on the 21st of May 2018.'],
    ['Between June and August 2013 it was on.', 'It was on from June 2013 to August 2013.'],
    ['In the 1990s it was on.', 'It was on between 1990 and 1999.'],
    ['It was on for two years.', 'It was on for 24 months.'],
    ['It is checked monthly.', 'It is checked every month.'],
    ['It is checked once a month.', 'It is checked each month.'],
    ['She did not answer.', "She didn't answer."],
    ['The line is not secured.', 'The line is unsecured.'],
    ['Nothing was not heard.', 'Nothing wasn’t heard.'],
    ['Ada Quill says so.', 'Quill says so.'],
    ['The New York Times says so.', 'New York Times says so.'],
    ['The United States says so.', 'American officials say so.'],
    ['The Kessel Intelligence Bureau says so.', 'The KIB says so.'],
    ['It is said to have been heard.', 'It was reportedly heard.'],
    ['President Vell says so.', 'Vell says so.'],
    ['She carries two iPhones.', 'Of iPhone models she carries two.'],
    ['One adviser says that it rang.', 'An adviser says that it rang.'],
  ])('%s / %s', (a, b) => {
    expect(both(a, b)).toEqual([[], []])
  })
})

describe('what differs', () => {
  test.each<[string, string, string[], string[]]>([
    ['Vell owns two phones.', 'Vell owns three phones.', ['number differs: two'], ['number differs: three']],
    [
      'Vell owns two phones.',
      'Vell owns several handsets.',
      ['number differs: two'],
      ['number differs: several'],
    ],
    [
      'It rang 40 times.',
      'It rang about 40 times.',
      ['number finer: 40 times'],
      ['number coarser: about 40 times'],
    ],
    [
      'Some 200 numbers leaked.',
      'Hundreds of numbers leaked.',
      ['number only: Some 200'],
      ['number only: Hundreds'],
    ],
    ['It cost $5.', 'It cost £5.', ['number differs: 5'], ['number differs: 5']],
    ['It was in May 2018.', 'It was in 2018.', ['time finer: May 2018'], ['time coarser: 2018']],
    [
      'It was in late 2018.',
      'It was in June 2019.',
      ['time differs: late 2018'],
      ['time differs: June 2019'],
    ],
    ['It rang since 2018.', 'It rang in 2018.', ['time differs: since 2018'], ['time differs: 2018']],
    ['It rang since 2018.', 'It rang in 2020.', ['time only: since 2018'], ['time only: 2020']],
    ['It rang before 2018.', 'It rang in 2020.', ['time differs: before 2018'], ['time differs: 2020']],
    [
      'It rang for 90 days.',
      'It rang for three months.',
      ['time finer: 90 days'],
      ['time coarser: three months'],
    ],
    ['It rang on Monday.', 'It rang on Friday.', ['time differs: Monday'], ['time differs: Friday']],
    ['She did not deny that it rang.', 'She denied that it rang.', ['denial only: not'], []],
    ['No one heard it.', 'Someone heard it.', ['denial only: No one'], []],
    ['It no longer rings.', 'It still rings.', ['denial only: no longer'], []],
    ['It may have rung.', 'It has allegedly rung.', ['hedge differs: may'], ['hedge differs: allegedly']],
    ['Ana Jacobs says so.', 'Seth Jacobs says so.', ['name only: Ana Jacobs'], ['name only: Seth Jacobs']],
    ['The Straits Times says so.', 'The Times says so.', ['name only: Straits Times'], ['name only: Times']],
    ['Norvik spies heard it.', 'The spies of Kessel heard it.', [], ['name only: Kessel']],
  ])('%s / %s', (a, b, inA, inB) => {
    expect(both(a, b)).toEqual([inA, inB])
  })

  test('figures that count different things stand beside each other', () => {
    expect(both('Two phones rang.', 'It rang on three days.')[0]).toEqual(['number only: Two'])
  })

  test('words that both have are the same, in whatever form', () => {
    const { here, onFile } = compare(
      'The palace encrypted the phones.',
      'The palace refuses encryption of a phone.',
    )
    expect(show(here)).toEqual([])
    expect(show(onFile)).toEqual(['denial only: refuses'])
  })

  test('plain words go in runs, with the small words between', () => {
    const { here } = compare('The phone lies in the old tower by the sea.', 'The phone lies there.')
    expect(show(here)).toEqual(['word only: old tower by the sea'])
  })
})

describe('what is no part', () => {
  test.each([
    'She may use it from May.',
    'May Quill sang in March while they march.',
    'Not only the palace heard it, whether or not it rang.',
    'No doubt no more than ten heard it.',
    'One of them rang; the other one did too.',
    'Reportedly the Security staff of Air Force One took No. 10.',
    'THE PALACE HAS NO PHONE AND NEVER HAD',
    'The Palace Says That The Phone Is Safe',
  ])('%s', text => {
    const { here, onFile } = compare(text, text)
    expect([show(here), show(onFile)]).toEqual([[], []])
  })

  test.each<[string, string[]]>([
    ['Officials say so.', []],
    ['Security is tight.', []],
    ['Today’s phones are safe.', ['time only: Today’s']],
    ['BBC says so.', ['name only: BBC']],
    ['Quill denies it.', ['name only: Quill', 'denial only: denies']],
    ['French President Vell says so.', ['name only: French', 'name only: Vell']],
    ['The Office of Ilo Brandt says so.', ['name only: Office of Ilo Brandt']],
    ['Ursula von der Brandt says so.', ['name only: Ursula von der Brandt']],
    ['Theresa May says so.', ['name only: Theresa May']],
    ['2000 phones rang.', ['number only: 2000']],
    ['In 2013 documents leaked.', ['time only: 2013']],
    ['The suspect appeared on television.', []],
    ['It could not be found.', ['denial only: not']],
    ['The call failed.', []],
    ['He failed to call.', ['denial only: failed']],
  ])('%s has %j', (text, found) => {
    expect(parts(compare(text, 'A thing.').here)).toEqual(found)
  })
})

describe('what is known of a claim helps to read it', () => {
  const claim = (statement: string, more = {}) => toStatement(makeClaim({ statement, ...more }))

  test('a name at the start is known from the speaker', () => {
    const speaker = { name: 'Stellan Okell', kind: 'named' as const }
    const { here } = compareStatements(claim('Okell stopped it.', { speaker }), claim('It stopped.'))
    expect(parts(here)).toEqual(['name only: Okell'])
  })

  test('a month has the year that the claim is about, and "last year" that of publication', () => {
    const may = (about: string) => claim('It rang in May.', { about })
    expect(parts(compareStatements(may('2018-05'), may('2025-05')).here)).toEqual(['time differs: May'])
    expect(parts(compareStatements(may('2018-05'), may('2018')).here)).toEqual([])
    const lastYear = claim('It rang last year.', { source: { published: '2031-05-10' } })
    expect(parts(compareStatements(lastYear, claim('It rang in 2030.')).here)).toEqual([])
    expect(parts(compareStatements(lastYear, claim('It rang in 2029.')).here)).toEqual([
      'time differs: last year',
    ])
  })
})

describe('what differs is said in words', () => {
  test('by kind, with what is denied and what is counted', () => {
    const { differences } = compare(
      'Two phones were not checked by Ada Quill in May 2018.',
      'Three phones may have been checked in 2018.',
    )
    expect(differences).toEqual([
      { kind: 'number', reason: { rule: 'part_differs', values: ['“Two phones”', '“Three phones”'] } },
      { kind: 'time', reason: { rule: 'part_finer_here', values: ['“May 2018”', '“2018”'] } },
      {
        kind: 'denial',
        reason: { rule: 'part_only_here', values: ['“not checked by Ada Quill in May 2018”'] },
      },
      { kind: 'hedge', reason: { rule: 'part_only_on_file', values: ['“may”'] } },
      { kind: 'name', reason: { rule: 'part_only_here', values: ['“Ada Quill”'] } },
    ])
  })

  test('the same words in another order are told from the same words', () => {
    const swapped = compare('Corvania heard Norvik.', 'Norvik heard Corvania.')
    expect([show(swapped.here), swapped.differences, swapped.isReordered]).toEqual([[], [], true])
    expect(compare('It rang twice.', 'It rang twice.').isReordered).toBe(false)
  })

  test('near statements are told from those that share little', () => {
    expect(compare('The phone rang at night.', 'The phone rang at noon.').areNear).toBe(true)
    expect(compare('The phone rang at night.', 'Aides keep a handset in the tower.').areNear).toBe(false)
  })
})

describe('other languages', () => {
  test('are compared by words alone', () => {
    const { here, onFile, differences } = compare(
      'Der Präsident hat zwei Telefone und nicht eines.',
      'Der Präsident hat drei Telefone und nicht eines.',
    )
    expect([show(here), show(onFile), differences]).toEqual([['word only: zwei'], ['word only: drei'], []])
  })

  test('also where one of the two is English', () => {
    expect(
      compare('The palace has two phones.', 'Der Palast hat zwei Telefone und ist still.').differences,
    ).toEqual([])
  })
})

const joined = (segments: Segment[]) => segments.map(({ text }) => text).join('')
const odd = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...'two phones May 2018 since 21 not denies Ada Quill’s The 5,000 % $ . , — “ ” may reportedly of a 👩‍👩‍👧 \u202e U.S. n’t'.split(
          ' ',
        ),
      ),
      { maxLength: 40 },
    )
    .map(words => words.join(' ')),
)

describe('whatever comes', () => {
  test('segments joined are the statement, and none is empty', () => {
    fc.assert(
      fc.property(odd, odd, (a, b) => {
        const { here, onFile } = compare(a, b)
        expect([joined(here), joined(onFile)]).toEqual([a, b])
        expect([...here, ...onFile].filter(({ text }) => text === '')).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('swapped it is the same swapped', () => {
    fc.assert(
      fc.property(odd, odd, (a, b) => {
        const [one, other] = [compare(a, b), compare(b, a)]
        expect([other.onFile, other.here]).toEqual([one.here, one.onFile])
        expect([other.isReordered, other.areNear]).toEqual([one.isReordered, one.areNear])
      }),
      { numRuns: 400 },
    )
  })

  test('swapped it is the same swapped where words can be aligned in two ways', () => {
    const [a, b] = ['Orsk had two wires.', 'Wires three Orsk had four.']
    const [one, other] = [compare(a, b), compare(b, a)]
    expect([parts(other.onFile), parts(other.here)]).toEqual([parts(one.here), parts(one.onFile)])
    expect(parts(one.here).join()).toContain('number')
  })

  test('a statement has no difference from itself', () => {
    fc.assert(
      fc.property(odd, text => {
        const { here, differences, isReordered } = compare(text, text)
        expect([show(here), differences, isReordered]).toEqual([[], [], false])
      }),
      { numRuns: 400 },
    )
  })

  test('time grows with the words, not with their product', async () => {
    const seed = 'In May 2018 two aides denied that Ada Quill may have used 35 phones, not one of them hers. '
    const work = (times: number) => compare(seed.repeat(times), `${seed.repeat(times)} once more`)
    // Both are too long for parts. Eight times the words: sixty times the time would be their product.
    expect(await measureGrowth(work, 40, 320)).toBeLessThan(30)
  })
})
