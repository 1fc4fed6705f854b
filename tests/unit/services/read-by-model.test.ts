import { beforeEach, describe, expect, test } from 'vitest'
import type { ArticleText } from '../../../utils/model/article-text'
import type { Position } from '../../../utils/model/dossier'
import { asClaimId, asDossierId, asQuestionId } from '../../../utils/model/ids'
import type { MatcherPort, SentenceMatch } from '../../../utils/model/ports'
import type { Reading } from '../../../utils/model/reading'
import { fail, type Result, succeed } from '../../../utils/model/result'
import type { SentenceReading } from '../../../utils/model/sentence-reading'
import { fillClaimVectors } from '../../../utils/services/fill-claim-vectors'
import { readArticle, readInPortions } from '../../../utils/services/read-article'
import { saveReaderClaims } from '../../../utils/services/save-reader-claim'
import { makeArticle, makeClaim, makeDossier } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'
import { readMarked, tagSentence } from '../../support/tag-article'

/** What each sentence says, and how surely, by a word in it: the model is the test's own. */
const says: [word: string, question: string, score: number, position: Position, sure: number][] = [
  ['two telephones', 'two-phones', 0.95, 'no', 0.95],
  ['some telephones', 'two-phones', 0.7, 'no', 0.6],
  ['few telephones', 'two-phones', 0.25, 'no', 0.6],
  ['many telephones', 'two-phones', 0.3, 'yes', 0.9],
  ['wires', 'listened', 0.9, 'yes', 0.9],
]

/** Sentences in which somebody is said to say something, with their marks (tag-article). */
const marked = [
  '<s>The palace</s> <q>denied</q> <c>that there are wires in the wall of Tilda Oranje</c>.',
  '<s>I</s> <q>reported</q> <c>that Tilda Oranje never had some telephones</c>.',
].map(readMarked)

function readOne(sentence: string): SentenceReading {
  const said = says.find(([word]) => sentence.includes(word))
  const [, asked = '', score = 0, position = 'unknown', sure = 0.25] = said ?? []
  const rest = (1 - sure) / 3
  const tagged = marked.find(({ text }) => text === sentence)
  // Sixteen numbers for each thing that may be said: the same thing is near, all else is far.
  const place = said
    ? Math.min(
        1,
        says.findIndex(([, question]) => question === asked),
      )
    : 3
  const vector = new Float32Array(64)
  vector.fill(0.25, place * 16, place * 16 + 16)
  return {
    vector,
    questions: ['two-phones', 'listened'].map(question => ({
      question: asQuestionId(question),
      score: question === asked ? score : 0.02,
      positions: { yes: rest, no: rest, partly: rest, unknown: rest, [position]: sure },
    })),
    // Outside of anything that somebody is said to say, if it is not marked.
    pieces: tagged
      ? tagSentence(sentence, { start: 0, end: sentence.length }, tagged.spans)
      : [{ span: { start: 0, end: sentence.length }, tags: Float32Array.of(9, 0, 0, 9, 0, 0, 9, 0, 0) }],
    isCut: false,
  }
}

const line = (...sentences: string[]) => sentences.join(' ')
const text = line(
  'President Tilda Oranje has no two telephones, the palace said on the day of the fair.',
  'It has rained in the valley since the morning, and the mill was closed.',
  'Somebody has put wires into the wall of the palace and they are of copper.',
  'She never had some telephones at all, it was said in the town.',
  'They were many telephones in the shop, and it was full.',
)
const page = (more: Partial<ArticleText> = {}): ArticleText => ({
  addresses: ['https://elsewhere.example/story'],
  title: 'A day at the palace',
  outlet: 'Elsewhere',
  byline: '',
  published: '2031-04-20T10:00:00Z',
  modified: null,
  language: 'en',
  text,
  story: [{ start: 0, end: text.length }],
  ...more,
})
const spanOf = (words: string) => {
  const start = text.indexOf(words)
  return { start, end: text.indexOf('.', start) + 1 }
}

let ports: ReturnType<typeof createMemoryPorts>
let asked: string[]
let failure: Result<never> | null
const all = () => ({ ...ports, reader: ports })
const read = (more: Partial<ArticleText> = {}): Promise<Reading> => readArticle(all(), page(more))

beforeEach(async () => {
  const memory = createMemoryPorts()
  asked = []
  failure = null
  ports = {
    ...memory,
    model: {
      ...memory.model,
      async read(sentences, signal) {
        if (signal?.aborted) return fail('stopped', 'stopped')
        if (failure) return failure
        asked.push(...sentences)
        return succeed(sentences.map(readOne))
      },
    },
  }
  const claims = [
    {
      ...makeClaim('a1#1', 'a1', { 'two-phones': 'yes' }),
      statement: 'President Tilda Oranje has two telephones, the palace says.',
    },
    {
      ...makeClaim('a3#1', 'a3', { 'two-phones': 'no' }),
      statement: 'Tilda Oranje has no two telephones at the palace.',
    },
    { ...makeClaim('a3#2', 'a3', { listened: 'yes' }), statement: 'There are wires.' },
  ].map(claim => ({ ...claim, about: '2031-04' }))
  const dossier = makeDossier({ articles: [makeArticle('a1'), makeArticle('a3')], claims })
  await ports.corpus.saveDossier(dossier)
  await fillClaimVectors(ports, dossier.id, dossier.claims)
  asked = []
})

const said = ({ claims }: Reading) =>
  claims.map(({ claim: { bearsOn, certainty }, sentence }) => [
    sentence?.start,
    ...bearsOn.map(({ question, position }) => `${question} ${position} ${certainty?.[question] ?? 'kept'}`),
  ])

describe('an article that is not on file, read by the model', () => {
  test('has claims where the model and what is near are sure, with why', async () => {
    const reading = await read()
    expect(reading.modelUse).toEqual({ is: 'done' })
    expect(said(reading)).toEqual([
      [0, 'two-phones no likely'],
      // Its words are hardly those of anything on file.
      [text.indexOf('Somebody'), 'listened yes possibly'],
      [text.indexOf('She never'), 'two-phones no possibly'],
    ])
    const [first] = reading.claims
    expect(first).toMatchObject({
      span: spanOf('President'),
      text: text.slice(0, spanOf('President').end),
      notPlaced: null,
      claim: {
        id: expect.stringMatching(/^machine:[0-9a-f]{16}$/),
        subject: 'Tilda Oranje',
        about: '2031-04-20',
        source: { publisher: 'Elsewhere', published: '2031-04-20' },
      },
    })
    expect(first?.claim.source.isReaders).toBeUndefined()
    const [answer] = first?.machine?.answers ?? []
    expect(answer?.neighbours.map(({ id }) => id)).toEqual(expect.arrayContaining(['a1#1', 'a3#1']))
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
  })

  test('what is likely may dispute; what is only possible never does, and says why', async () => {
    const reading = await read()
    const relations = reading.questions.flatMap(({ related }) =>
      related.map(({ claim, against, relation, reasons }) => [claim.id, against, relation, reasons[0]?.rule]),
    )
    const [likely, , possible] = reading.claims
    expect(relations).toContainEqual(['a1#1', likely?.claim.id, 'disputes', 'yes_against_no'])
    expect(possible?.markedBy?.relation).not.toBe('disputes')

    const alone = text.slice(spanOf('She never').start, spanOf('She never').end)
    const named = `Tilda Oranje was there. ${alone}`
    const other = await read({ text: named, story: [{ start: 0, end: named.length }] })
    expect(other.claims.map(({ claim }) => claim.certainty)).toEqual([{ 'two-phones': 'possibly' }])
    const [question] = other.questions
    expect(question?.isDisputed).toBe(false)
    expect(question?.related.find(({ claim }) => claim.id === 'a1#1')).toMatchObject({
      relation: 'related',
      isSameSpeaker: false,
      reasons: [{ rule: 'unsure' }, { rule: 'same_subject' }],
    })
  })

  test('what somebody denies is turned, says so, and disputes nothing', async () => {
    const words = marked[0]?.text ?? ''
    const reading = await read({ text: words, story: [{ start: 0, end: words.length }] })
    expect(said(reading)).toEqual([[0, 'listened no possibly']])
    expect(reading.claims[0]?.machine?.answers[0]?.reasons).toEqual([
      { rule: 'denied', values: ['there are wires in the wall of Tilda Oranje.'] },
    ])
    expect(reading.claims[0]?.claim.speaker).toMatchObject({ name: 'palace' })
    expect(reading.questions[0]?.isDisputed).toBe(false)
    expect(asked).toContain('there are wires in the wall of Tilda Oranje.')
  })

  test('what "I" says is said by whoever wrote the article, else by the outlet', async () => {
    const words = marked[1]?.text ?? ''
    const speakers = async (byline: string) =>
      (await read({ text: words, story: [{ start: 0, end: words.length }], byline })).claims.map(
        ({ claim: { speaker } }) => speaker,
      )
    expect(await speakers('Ana Person')).toEqual([{ name: 'Ana Person', kind: 'named' }])
    expect(await speakers('')).toEqual([{ name: 'Elsewhere', kind: 'outlet' }])
  })

  test('more or fewer are marked as the reader wants it', async () => {
    const count = async (sureness: 'more' | 'even' | 'fewer') => {
      await ports.settings.save({ sureness })
      return said(await read()).length
    }
    const counts = [await count('more'), await count('even'), await count('fewer')]
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(counts[0]).toBeGreaterThan(counts[2] ?? 0)
  })

  /** Read where every sentence shares its words with the first claim on file, so surely. */
  async function readWithWords(score: number, words: string) {
    const [claim] = (await ports.corpus.loadDossier(asDossierId('oranje-phones')))?.claims ?? []
    const onFile = claim && (await ports.corpus.loadClaim(claim.id))
    if (!onFile) throw new Error('nothing on file')
    const match: SentenceMatch = {
      dossier: asDossierId('oranje-phones'),
      claim: onFile,
      question: asQuestionId('two-phones'),
      score,
      reasons: [{ rule: 'shared_words', values: ['telephones'], weight: score }],
    }
    const matcher: MatcherPort = { cutOff: 0.38, match: async sentences => sentences.map(() => [match]) }
    const article = page({ text: words, story: [{ start: 0, end: words.length }] })
    return {
      byTerms: await readArticle({ ...ports, matcher }, article),
      byBoth: await readArticle({ ...all(), matcher }, article),
    }
  }

  test('what is neither marked nor nothing is listed, with what reads like it and which words both have', async () => {
    const words = 'Tilda Oranje has few telephones in the house.'
    const { byBoth } = await readWithWords(0.6, words)
    expect(byBoth.claims).toEqual([])
    const [here] = byBoth.sentences
    expect(here).toMatchObject({ text: words, question: { id: 'two-phones' } })
    expect(here?.related.map(({ claim, relation }) => [claim.id, relation])).toEqual([
      ['a1#1', 'related'],
      ['a3#1', 'related'],
    ])
    const rules = here?.related.map(({ reasons }) => reasons.map(({ rule }) => rule))
    const alike = expect.stringMatching(/^reads_/)
    expect(rules).toEqual([[alike, 'shared_words'], [alike]])
  })

  test('what words alone would list is not listed where the model reads nothing of the kind', async () => {
    const { byTerms, byBoth } = await readWithWords(0.4, 'Tilda Oranje had her telephones painted green.')
    expect(byTerms.sentences).toHaveLength(1)
    expect(byBoth).toMatchObject({ modelUse: { is: 'done' }, claims: [], sentences: [] })
  })

  test('is read in portions that double, what is in view first, and not twice', async () => {
    const many = Array.from({ length: 100 }, (_, at) => `They saw the mill at noon and it was number ${at}.`)
    many[50] = 'President Tilda Oranje has two telephones in the mill.'
    const long = many.join(' ')
    const inView = { start: long.indexOf('President'), end: long.indexOf('President') + 500 }
    const article = page({ text: long, story: [{ start: 0, end: long.length }] })
    const uses: Reading['modelUse'][] = []
    const counts: number[] = []
    for await (const { modelUse, claims } of readInPortions(all(), article, { inView })) {
      if (modelUse.is === 'reading' && modelUse.read === 0) continue
      uses.push(modelUse)
      counts.push(claims.length)
    }
    expect(uses).toEqual([
      { is: 'reading', read: 16, of: 100 },
      { is: 'reading', read: 32, of: 100 },
      { is: 'reading', read: 64, of: 100 },
      { is: 'done' },
    ])
    expect(counts).toEqual([1, 1, 1, 1])
    expect(asked[0]).toContain('President')
    expect(asked).toHaveLength(100)
    await readArticle(all(), article)
    expect(asked).toHaveLength(100)
  })

  test('is not kept from a private window', async () => {
    await readArticle(all(), page(), { isPrivate: true })
    const before = asked.length
    await readArticle(all(), page(), { isPrivate: true })
    expect(asked).toHaveLength(2 * before)
  })
})

describe('what the reader says of a sentence', () => {
  const correct = (isRejected?: true) =>
    saveReaderClaims(ports, page(), [
      {
        sentence: spanOf('President'),
        text: text.slice(0, spanOf('President').end),
        dossier: asDossierId('oranje-phones'),
        question: asQuestionId('two-phones'),
        position: 'partly',
        subject: 'Tilda Oranje',
        statement: 'The palace says that she has one and a half.',
        speaker: { name: 'Palace', kind: 'institution' },
        chain: ['Palace', 'Elsewhere'],
        ...(isRejected && { isRejected }),
      },
    ])

  test('takes the place of all that the model read there', async () => {
    await correct()
    expect(said(await read())[0]).toEqual([0, 'two-phones partly kept'])
    expect((await read()).claims[0]?.claim).toMatchObject({
      speaker: { name: 'Palace', kind: 'institution' },
      chain: ['Palace', 'Elsewhere'],
    })
  })

  test('a no is a no: nothing is read there, and it can be taken back', async () => {
    const saved = await correct(true)
    const reading = await read()
    expect(said(reading).map(([start]) => start)).not.toContain(0)
    expect(reading.sentences.map(({ span }) => span.start)).not.toContain(0)
    expect(reading.rejected).toEqual(saved.ok ? saved.value : [])
    // It is a claim nowhere else either.
    const other = await read({ addresses: ['https://third.example/'] })
    expect(other.questions.flatMap(({ related }) => related.map(({ claim }) => claim.id))).not.toContain(
      saved.ok && saved.value[0]?.id,
    )
  })
})

describe('without the model', () => {
  test.each<[string, () => Promise<unknown>, Reading['modelUse']]>([
    ['switched off', () => ports.settings.save({ isModelOn: false }), { is: 'off' }],
    [
      'altered',
      async () => {
        failure = fail('model-damaged', 'reader.onnx: another sum')
      },
      { is: 'failed', failure: { kind: 'model-damaged', detail: 'reader.onnx: another sum' } },
    ],
  ])('%s, an article is compared by terms, and that is said', async (_, spoil, modelUse) => {
    await spoil()
    const reading = await read()
    expect(reading.claims).toEqual([])
    expect(reading.modelUse).toEqual(modelUse)
    const { modelUse: _use, ...rest } = reading
    const { modelUse: _none, ...byTerms } = await readArticle({ ...ports }, page())
    expect(rest).toEqual(byTerms)
  })

  test('another language is not read', async () => {
    const german =
      'Die Präsidentin Tilda Oranje hat nicht zwei Telefone, und das ist auch nicht die Frage, die sich stellt.'
    const reading = await read({ text: german, story: [{ start: 0, end: german.length }], language: 'en' })
    expect(reading).toMatchObject({ modelUse: { is: 'other language' }, claims: [] })
    expect(asked).toEqual([])
  })

  test('an article about somebody else has no claims on the dossier’s people', async () => {
    const other = text.replaceAll('Tilda Oranje', 'Odo Brenn')
    expect((await read({ text: other })).claims).toEqual([])
  })

  test('a sentence that stands there twice is no claim: nothing would find it again', async () => {
    const twice = `${text} ${text}`
    const reading = await read({ text: twice, story: [{ start: 0, end: twice.length }] })
    expect(reading).toMatchObject({ modelUse: { is: 'done' }, claims: [] })
  })

  test('an article on file is not read', async () => {
    const reading = await read({ addresses: ['https://morgenpost.example/a1'] })
    expect(reading).toMatchObject({ recognition: { how: 'address' }, modelUse: { is: 'not needed' } })
    expect(asked).toEqual([])
    expect(asClaimId('a1#1')).toBe(reading.claims[0]?.claim.id)
  })
})
