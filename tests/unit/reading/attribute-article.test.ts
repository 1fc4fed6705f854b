import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TaggedPiece } from '../../../utils/model/sentence-reading'
import { attributeArticle } from '../../../utils/reading/attribute-article'
import { findVoice } from '../../../utils/reading/find-voice'
import { splitSentences } from '../../../utils/reading/split-sentences'
import { measureGrowth } from '../../support/measure-growth'
import { attributeMarked, tagArticle } from '../../support/tag-article'

const speakersOf = (marked: string, more = {}) => attributeMarked(marked, more).said.map(({ name }) => name)

describe('source, cue and content belong together', () => {
  test.each([
    ['X said', '<s>Ada Holm</s> <q>said</q> <c>it rang</c>.', ['Ada Holm']],
    ['said X', '<c>“It rang,”</c> <q>said</q> <s>Ada Holm</s>.', ['Ada Holm']],
    ['according to X', '<c>It rang</c>, <q>according to</q> <s>Ada Holm</s>.', ['Ada Holm']],
    ['was told by X', 'The court was <q>told by</q> <s>Ada Holm</s> <c>that it rang</c>.', ['Ada Holm']],
    ['X, who …, said', '<s>Ada Holm, who repairs phones,</s> <q>said</q> <c>it rang</c>.', ['Ada Holm']],
    ['A and B say', '<s>Ada Holm and Bo Lind</s> <q>say</q> <c>it rang</c>.', ['Ada Holm and Bo Lind']],
    [
      'was told by X, not by who was told',
      '<s>Bo Lind</s> <q>was warned by</q> <s>Ada Holm</s> <c>that it rang</c>.',
      ['Ada Holm'],
    ],
    ['nobody named', 'It was <q>reported</q> <c>that it rang</c>.', ['']],
  ])('%s', (_, marked, expected) => {
    expect(speakersOf(marked)).toEqual(expected)
  })

  test('two in one sentence, each with its own', () => {
    const { said } = attributeMarked(
      '<s>Ada Holm</s> <q>said</q> <c>it rang</c>, but <s>Bo Lind</s> <q>said</q> <c>it was silent</c>.',
    )
    expect(said.map(({ name, content }) => [name, ...content])).toEqual([
      ['Ada Holm', 'it rang'],
      ['Bo Lind', 'it was silent'],
    ])
  })

  test('one source may have two cues', () => {
    expect(
      speakersOf('<s>Ada Holm</s> <q>said</q> <c>it rang</c>, <q>adding</q> <c>that it was late</c>.'),
    ).toEqual(['Ada Holm', 'Ada Holm'])
  })

  test('a cue without anything said is none', () => {
    expect(speakersOf('<s>Ada Holm</s> <q>spoke</q> to them.')).toEqual([])
  })
})

describe('over sentences', () => {
  test('a quotation that runs on belongs to who is named at its end', () => {
    const { said, bySentence } = attributeMarked(
      '“It rang. Nobody answered. <c>I heard it,”</c> <q>said</q> <s>Ada Holm</s>.',
    )
    expect(said.map(({ content }) => content)).toEqual([['“It rang. Nobody answered. I heard it,”']])
    expect(bySentence).toEqual([0, 0, 0])
  })

  test('and to who is named in its middle', () => {
    const { said, bySentence } = attributeMarked(
      '<c>“It rang,”</c> <q>said</q> <s>Ada Holm</s>. “Nobody answered it. Then it stopped.” The shop closed.',
    )
    expect(said.map(({ content }) => content)).toEqual([
      ['“It rang,”', '“Nobody answered it. Then it stopped.”'],
    ])
    expect(bySentence).toEqual([0, 0, 0, null])
  })

  test('and goes on over paragraphs that open anew', () => {
    const { bySentence } = attributeMarked(
      '<c>“It rang,”</c> <q>said</q> <s>Ada Holm</s>. “Nobody came.\n“I was there.\n“I saw it myself.”\nThe shop closed.',
    )
    expect(bySentence).toEqual([0, 0, 0, 0, null])
  })

  test('a paragraph that is a quotation follows a colon', () => {
    const { bySentence } = attributeMarked(
      '<s>Ada Holm</s> <q>said</q> <c>this</c>:\n“It rang for an hour. Nobody came.”\nThe shop closed.',
    )
    expect(bySentence).toEqual([0, 0, 0, null])
  })

  test('a sentence of which most is a question that nobody is named for is the outlet’s', () => {
    const { bySentence } = attributeMarked(
      '<q>Asked whether</q> <c>the telephones had been altered by the makers</c>, Holm shrugged and looked away.',
    )
    expect(bySentence).toEqual([null])
  })

  test('a word in quotation marks after it is nobody’s statement', () => {
    const { said } = attributeMarked('<s>Ada Holm</s> <q>said</q> <c>it rang</c>. The “shop” closed.')
    expect(said.map(({ content }) => content)).toEqual([['it rang']])
  })

  test('what somebody quotes inside a quotation has a chain of both', () => {
    const { said, bySentence } = attributeMarked(
      '<c>“It rang,”</c> <q>said</q> <s>Ada Holm</s>. “<s>The boy</s> <q>said</q> <c>it stopped</c>.”',
    )
    expect(said.map(({ chain }) => chain)).toEqual([
      ['Ada Holm', 'Harbour Post'],
      ['boy', 'Ada Holm', 'Harbour Post'],
    ])
    expect(bySentence).toEqual([0, 0])
  })
})

describe('who speaks', () => {
  const intro = '<s>Palace spokesman Tomas Reil</s> <q>said</q> <c>it rang</c>. '
  test.each([
    ['a short name', '<s>Reil</s> <q>said</q> <c>it stopped</c>.', 'Tomas Reil'],
    ['a form of address', '<s>Mr. Reil</s> <q>said</q> <c>it stopped</c>.', 'Tomas Reil'],
    ['a pronoun', '<s>He</s> <q>added</q> <c>that it stopped</c>.', 'Tomas Reil'],
    ['an office', '<s>The spokesman</s> <q>said</q> <c>it stopped</c>.', 'Tomas Reil'],
    ['a pronoun of another gender', '<s>She</s> <q>added</q> <c>that it stopped</c>.', 'She'],
    ['another office', '<s>The engineer</s> <q>said</q> <c>it stopped</c>.', 'engineer'],
  ])('%s', (_, marked, expected) => {
    expect(speakersOf(intro + marked).at(-1)).toBe(expected)
  })

  test('a headline may have the short name first', () => {
    expect(
      speakersOf('<s>Reil</s> <q>denies</q> <c>ringing</c>\n<s>Tomas Reil</s> <q>said</q> <c>no</c>.'),
    ).toEqual(['Tomas Reil', 'Tomas Reil'])
  })

  test('where two fit about equally it stays open, and says so', () => {
    const { attributions } = attributeMarked(
      'Jan Falk waited in the square. Later the guards stopped Per Lunde there. <s>He</s> <q>said</q> <c>it rang</c>.',
    )
    expect(attributions.at(-1)).toMatchObject({
      speaker: { name: 'He', kind: 'anonymous' },
      reasons: [{ rule: 'speaker_unresolved' }],
    })
    expect(attributions.at(-1)?.certainty).toBeLessThan(0.5)
  })

  test.each([
    ['Ada Holm, a former head of the Signals Office,', 'former head of the Signals Office', 'Signals Office'],
    ['White House spokesman Bo Lind', 'White House spokesman', 'White House'],
    ['Ada Holm, a professor at Quell University,', 'professor', 'Quell University'],
    [
      'Ada Holm, chief executive of Beyer Wearables,',
      'chief executive of Beyer Wearables',
      'Beyer Wearables',
    ],
    ['Ada Holm of the Farmers’ Party', undefined, 'Farmers’ Party'],
    ['The court’s secretary, Ada Holm,', 'secretary', 'court'],
    ['Ada Holm, a University of Quell professor,', 'University of Quell professor', 'University of Quell'],
    ['Secretary of State Ada Holm', 'Secretary of State', undefined],
    ['Ada Holm, 61,', undefined, undefined],
  ])('%s', (source, role, affiliation) => {
    const [first] = attributeMarked(`<s>${source}</s> <q>said</q> <c>it rang</c>.`).said
    expect([first?.name.replace('Bo Lind', 'Ada Holm'), first?.role, first?.affiliation]).toEqual([
      'Ada Holm',
      role,
      affiliation,
    ])
  })

  test('who is known to be a woman is "she" before who might be', () => {
    expect(
      speakersOf(
        'Jan Falk came with Ms. Ada Holm and Per Lunde. Today, at last, <s>she</s> <q>said</q> <c>it rang</c>.',
      ),
    ).toEqual(['Ada Holm'])
  })

  test('"another" is one more of those before', () => {
    expect(
      attributeMarked(
        '<s>One adviser</s> <q>said</q> <c>it rang</c>. <s>Another</s> <q>said</q> <c>it stopped</c>.',
      ).said.map(({ name, role }) => [name, role]),
    ).toEqual([
      ['One adviser', 'adviser'],
      ['Another adviser', 'adviser'],
    ])
  })

  test('letters stand for the body whose name they begin', () => {
    expect(
      speakersOf(
        'The <s>National Cyber Centre (NCC)</s> <q>said</q> <c>it rang</c>. <s>The NCC</s> <q>said</q> <c>it stopped</c>. <s>The agency</s> <q>declined</q> <c>to comment</c>.',
      ),
    ).toEqual(['National Cyber Centre', 'National Cyber Centre', 'National Cyber Centre'])
  })
})

describe('the kind of speaker', () => {
  test.each([
    ['Ada Holm', 'named'],
    ['a senior official', 'anonymous'],
    ['People familiar with the matter', 'anonymous'],
    ['two of Mr. Brand’s aides', 'anonymous'],
    ['White House officials', 'anonymous'],
    ['The Signals Office', 'institution'],
    ['police', 'institution'],
    ['China', 'institution'],
    ['President Ada Holm’s office', 'institution'],
    ['a confidential memo', 'institution'],
    ['The Limmark Herald', 'outlet'],
    ['The Atlantic', 'outlet'],
    ['Channel Nine', 'outlet'],
  ])('%s: %s', (source, kind) => {
    expect(attributeMarked(`<s>${source}</s> <q>said</q> <c>it rang</c>.`).said[0]?.kind).toBe(kind)
  })
})

describe('the chain', () => {
  const chainsOf = (marked: string) =>
    attributeMarked(marked, { outlets: ['Northcoast Wire', 'Kiosk'] }).said.map(({ chain }) =>
      chain.join(' › '),
    )
  test.each([
    [
      'told an outlet',
      '<s>Ada Holm</s> <q>told</q> Kiosk <c>that it rang</c>.',
      'Ada Holm › Kiosk › Harbour Post',
    ],
    [
      'in an interview',
      '<c>“It rang,”</c> <s>Ada Holm</s> <q>said</q> in an interview with the Northcoast Wire.',
      'Ada Holm › Northcoast Wire › Harbour Post',
    ],
    [
      'an outlet that cites',
      '<s>Kiosk</s> <q>reported</q>, citing two officials, <c>that it rang</c>.',
      'two officials › Kiosk › Harbour Post',
    ],
    [
      'an outlet’s report',
      '<q>According to</q> <s>a Kiosk report</s>, <c>it rang</c>.',
      'Kiosk › Harbour Post',
    ],
    [
      'told somebody else',
      '<s>Ada Holm</s> <q>told</q> the court <c>that it rang</c>.',
      'Ada Holm › Harbour Post',
    ],
    [
      'told this outlet',
      '<s>Ada Holm</s> <q>told</q> the Post <c>that it rang</c>.',
      'Ada Holm › Harbour Post',
    ],
  ])('%s', (_, marked, expected) => {
    expect(chainsOf(marked)).toEqual([expected])
  })

  test('"the newspaper" is the outlet named last', () => {
    expect(
      chainsOf(
        '<s>Kiosk</s> <q>wrote</q> <c>that it rang</c>. <s>Ada Holm</s> <q>told</q> the magazine <c>it did not</c>.',
      ),
    ).toEqual(['Kiosk › Harbour Post', 'Ada Holm › Kiosk › Harbour Post'])
  })

  test('"reportedly" is to the outlet named last', () => {
    expect(
      chainsOf(
        '<s>Kiosk</s> <q>wrote</q> <c>that it rang</c>. <s>An aide</s> <q>reportedly said</q> <c>it did not</c>.',
      ).at(-1),
    ).toBe('aide › Kiosk › Harbour Post')
  })

  test('an unnamed source speaks on to whom it spoke before; a named one may speak to anybody', () => {
    expect(
      chainsOf(
        '<s>An official</s> <q>told</q> Kiosk <c>it rang</c>. <s>The official</s> <q>said</q> <c>it stopped</c>.\n' +
          '<s>Ada Holm</s> <q>told</q> Kiosk <c>it rang</c>. <s>Holm</s> <q>said</q> <c>it stopped</c>.',
      ),
    ).toEqual([
      'official › Kiosk › Harbour Post',
      'official › Kiosk › Harbour Post',
      'Ada Holm › Kiosk › Harbour Post',
      'Ada Holm › Harbour Post',
    ])
  })
})

describe('a passage', () => {
  const article = tagArticle(
    '<c>“It rang,”</c> <q>said</q> <s>Ada Holm</s>. “<s>The boy</s> <q>said</q> <c>it stopped</c>.” The shop closed. <s>The police</s> <q>declined to comment</q> <c>on it</c>.',
  )
  const read = attributeArticle(article)
  test.each([
    ['It rang', 'Ada Holm'],
    ['it stopped', 'boy'],
    ['The boy said it', 'Ada Holm'],
    ['The shop closed', undefined],
    ['declined to comment', 'police'],
  ])('%s: %s', (words, speaker) => {
    const start = article.text.indexOf(words)
    expect(findVoice(read, { start, end: start + words.length })?.speaker.name).toBe(speaker)
  })
})

describe('whatever comes', () => {
  const signs = [
    '“',
    '”',
    '"',
    "''",
    '\n',
    '. ',
    ', ',
    ' ',
    '🛰️',
    '\u202e',
    'é',
    '’s ',
    '(',
    'Mr. ',
    'He ',
    'said ',
    'Ada Holm',
    'the agency ',
    '東京。',
    'according to ',
    'who ',
    'citing ',
    'told the newspaper ',
  ]
  const texts = fc.array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 60,
  })

  test('every span is in the text and in order, every certainty a share, and nothing throws', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.float()), (pieces, numbers) => {
        const text = pieces.join('')
        const story = [{ start: 0, end: text.length }]
        const sentences = splitSentences(text, story, 'en')
        const readings = sentences.map(({ start, end }): TaggedPiece[] =>
          [...text.slice(start, end).matchAll(/\S{1,5}/g)].map(({ 0: word, index }) => ({
            span: { start: index, end: index + word.length },
            tags: Float32Array.from({ length: 9 }, () => numbers.next().value ?? 0),
          })),
        )
        const { attributions, bySentence } = attributeArticle({
          text,
          story,
          sentences,
          readings,
          outlet: 'Kiosk',
          byline: '',
          outlets: [],
        })
        expect(bySentence).toHaveLength(sentences.length)
        for (const index of bySentence) expect(index === null || attributions[index] !== undefined).toBe(true)
        for (const { source, cue, content, certainty, chain } of attributions) {
          expect(content.length).toBeGreaterThan(0)
          let end = 0
          for (const span of content) {
            expect(span.start).toBeGreaterThanOrEqual(end)
            end = span.end
          }
          for (const span of [...content, ...[source, cue].flatMap(each => each ?? [])]) {
            expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true)
          }
          expect(certainty).toBeGreaterThanOrEqual(0)
          expect(certainty).toBeLessThanOrEqual(1)
          expect(chain.at(-1)).toBe('Kiosk')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('no tags at all: nobody says anything', () => {
    const article = tagArticle('<s>Ada Holm</s> <q>said</q> <c>it rang</c>. “It rang,” she said.')
    expect(attributeArticle({ ...article, readings: [] })).toEqual({
      attributions: [],
      bySentence: [null, null],
    })
  })

  test('another language: who is named is named, and the rest stays in its words', () => {
    const { said } = attributeMarked('<s>Der Sprecher</s> <q>sagte</q>, <c>niemand habe mitgehört</c>.')
    expect(said).toMatchObject([{ name: 'Der Sprecher', content: ['niemand habe mitgehört'] }])
  })

  test('time grows with the length, not with its square', async () => {
    const part =
      '<s>Palace spokesman Tomas Reil</s> <q>told</q> the Kiosk <c>that it rang</c>. ' +
      '<c>“It stopped,”</c> <s>he</s> <q>said</q>. “Nobody heard it.”\n'
    const articles = new Map([50, 400].map(times => [times, tagArticle(part.repeat(times))]))
    const work = (times: number) => attributeArticle(articles.get(times) ?? tagArticle(''))
    // Eight times as long; the square would be 64.
    expect(await measureGrowth(work, 50, 400)).toBeLessThan(24)
  })
})
