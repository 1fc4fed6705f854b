import { beforeEach, describe, expect, test } from 'vitest'
import { mostSentencesOnFile } from '../../../utils/matching/reading-weights'
import { asClaimId, asDossierId, asQuestionId } from '../../../utils/model/ids'
import type { OnFile } from '../../../utils/model/on-file'
import { fail, type Result, succeed } from '../../../utils/model/result'
import type { SentenceReading } from '../../../utils/model/sentence-reading'
import { fillClaimVectors } from '../../../utils/services/fill-claim-vectors'
import { findOnFile } from '../../../utils/services/find-on-file'
import {
  makeArticle,
  makeDossier,
  makeQuestion,
  makeReaderClaim,
  makeStatedClaim,
} from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

/** What a sentence is about, by a word in it: the model is the test's own. Without any it is about nothing on file. */
const topics = ['handset', 'wires', 'roses', 'ladder', '']
const questionOf: Record<string, string> = { handset: 'two-phones', wires: 'listened' }

/** Directions that have nothing in common (Walsh functions); "rather" is 0.65 like its topic, and else like nothing. */
function readOne(sentence: string): SentenceReading {
  const at = topics.findIndex(topic => sentence.includes(topic))
  const share = sentence.includes('rather') ? 0.65 : 1
  const sign = (index: number, place: number) => (index & (1 << place) ? -1 : 1)
  const rest = Math.sqrt(1 - share ** 2)
  const vector = Float32Array.from({ length: 64 }, (_, index) => {
    const beside = sign(index, at) * sign(index, 5)
    return (share * sign(index, at) + rest * beside) / 8
  })
  const asked = questionOf[topics[at] ?? '']
  return {
    vector,
    questions: ['two-phones', 'listened'].map(question => ({
      question: asQuestionId(question),
      score: question === asked ? (sentence.includes('perhaps') ? 0.3 : 0.9) : 0.02,
      positions: { yes: 0.7, no: 0.1, partly: 0.1, unknown: 0.1 },
    })),
    pieces: [],
    isCut: false,
  }
}

const handsets = Array.from({ length: 14 }, (_, at) =>
  makeStatedClaim(
    `h${at}#1`,
    'two-phones',
    at % 2 ? 'no' : 'yes',
    `The handset of day ${at} was seen${at > 11 ? ', rather' : ''}.`,
  ),
)
const repeat = {
  ...makeStatedClaim('r#1', 'two-phones', 'yes', 'The handset was seen again.'),
  speaker: handsets[0]?.speaker ?? { name: '', kind: 'named' as const },
}
const wires = [
  makeStatedClaim('w#1', 'listened', 'yes', 'There are wires in the wall, rather.'),
  makeStatedClaim('x#1', 'listened', 'no', 'A ladder stood there.'),
  makeStatedClaim('y#1', 'listened', 'yes', 'The ladder was gone by noon.'),
]
const dossier = makeDossier({
  questions: [
    makeQuestion('two-phones', 'Does the president carry two handsets?'),
    makeQuestion('listened', 'Did anybody listen to the president’s calls?'),
  ],
  articles: [...handsets, repeat, ...wires].map(({ article }) => makeArticle(article)),
  claims: [...handsets, repeat, ...wires],
})
const garden = makeDossier({
  id: asDossierId('a-garden'),
  title: 'The garden',
  questions: [makeQuestion('roses', 'Are there roses in the garden?')],
  articles: ['g', 'k', 'm', 'n'].map(id => makeArticle(id)),
  claims: ['g', 'k', 'm', 'n'].map(id =>
    makeStatedClaim(`${id}#1`, 'roses', 'yes', `Red roses of ${id} in the garden.`),
  ),
})

let ports: ReturnType<typeof createMemoryPorts>
let asked: string[]
let failure: Result<never> | null
beforeEach(async () => {
  const memory = createMemoryPorts()
  failure = null
  ports = {
    ...memory,
    model: {
      ...memory.model,
      async read(sentences) {
        if (failure) return failure
        asked.push(...sentences)
        return succeed(sentences.map(readOne))
      },
    },
  }
  asked = []
  for (const each of [dossier, garden]) {
    expect(await ports.corpus.saveDossier(each)).toMatchObject({ ok: true })
    expect(await fillClaimVectors(ports, each.id, each.claims)).toMatchObject({ ok: true })
  }
  asked = []
})

async function find(words: string, isPrivate = false): Promise<OnFile> {
  const found = await findOnFile(ports, words, { isPrivate })
  if (!found.ok) throw new Error(found.failure.detail)
  return found.value
}
const shown = ({ questions }: OnFile) =>
  questions.map(({ dossier: { id }, question, related }) => [id, question.id, related.length])

describe('what is on file about some words, by the reading model', () => {
  test('stands by question, nearest claims first, with how alike they are in words', async () => {
    const onFile = await find('She has a handset.')
    expect(onFile).toMatchObject({ by: 'model', modelUse: { is: 'done' }, cut: null, dossiers: 2 })
    // Fourteen are near, and one repeats the first one's: ten at most are shown.
    expect(shown(onFile)).toEqual([['oranje-phones', 'two-phones', 10]])
    const [question] = onFile.questions
    expect(question?.question.text).toBe('Does the president carry two handsets?')
    expect(question?.related.map(({ claim: { id } }) => id)).not.toContain('h12#1')
    expect(question?.related.flatMap(({ repeats }) => repeats.map(({ id }) => id))).toEqual(['r#1'])
    expect(question?.related[0]).toMatchObject({
      relation: 'related',
      position: 'yes',
      against: null,
      claim: { source: { publisher: 'Morgenpost' }, speaker: { name: 'Speaker of h0#1' } },
      reasons: [{ rule: 'reads_same', values: [] }],
    })
    expect(JSON.parse(JSON.stringify(onFile))).toEqual(onFile)
  })

  test('of a question three are shown, if there are, and that they are less alike is said', async () => {
    const onFile = await find('There were wires.')
    expect(shown(onFile)).toEqual([['oranje-phones', 'listened', 3]])
    expect(onFile.questions[0]?.related.map(({ reasons }) => reasons[0]?.rule)).toEqual([
      'reads_alike',
      'reads_little_alike',
      'reads_little_alike',
    ])
  })

  test('of several sentences each is read, and their questions are joined, surest first', async () => {
    const onFile = await find('Perhaps there are wires, perhaps. The handset is here. A handset is there.')
    expect(asked).toHaveLength(3)
    expect(shown(onFile).map(([, question]) => question)).toEqual(['two-phones', 'listened'])
    const ids = onFile.questions[0]?.related.map(({ claim: { id } }) => id) ?? []
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('other dossiers are looked through by what is near alone', async () => {
    expect(shown(await find('There are roses.'))).toEqual([['a-garden', 'roses', 4]])
  })

  test('what the reader said of other pages is on file too, and what the reader rejected is not', async () => {
    const own = makeReaderClaim('reader:1', {
      statement: 'The wires are the reader’s.',
      question: asQuestionId('listened'),
    })
    const rejected = { ...own, id: asClaimId('reader:2'), isRejected: true as const }
    expect(await ports.readerClaims.save([own, rejected])).toMatchObject({ ok: true })
    const [question] = (await find('There were wires.')).questions
    expect(question?.related[0]).toMatchObject({
      claim: { id: 'reader:1', source: { isReaders: true } },
      reasons: [{ rule: 'reads_same' }],
    })
    expect(question?.related.map(({ claim: { id } }) => id)).not.toContain('reader:2')
  })

  test('too many sentences are cut, and that is said', async () => {
    const onFile = await find('The handset is here. '.repeat(20).trim())
    expect(onFile.cut).toEqual({ read: mostSentencesOnFile, of: 20 })
    expect(asked.length).toBeLessThanOrEqual(mostSentencesOnFile)
  })

  test('nothing is near what is about something else, and nothing without words that mean something', async () => {
    for (const words of ['We ate the bread at noon.', '😀😀 👩‍👩‍👧', '…', '\u202e\u200b.', '7 8 9'])
      expect(await find(words)).toMatchObject({ questions: [] })
  })

  test('nothing of the words is written from a private window', async () => {
    const saved: string[] = []
    const { cache } = ports
    const save: typeof cache.save = (version, entries) => {
      saved.push(...entries.map(({ hash }) => hash))
      return cache.save(version, entries)
    }
    ports = { ...ports, cache: { ...cache, save } }
    await find('She has a handset.', true)
    expect(saved).toEqual([])
    await find('She has a handset.')
    expect(saved).toHaveLength(1)
  })
})

describe('by shared words', () => {
  const words = 'Red roses grow in the garden.'
  const bySharedWords = [['a-garden', 'roses', 4]]

  test('where the model is switched off', async () => {
    await ports.settings.save({ isModelOn: false })
    const onFile = await find(words)
    expect(onFile).toMatchObject({ by: 'terms', modelUse: { is: 'off' } })
    expect(shown(onFile)).toEqual(bySharedWords)
    expect(onFile.questions[0]?.related[0]?.reasons[0]?.rule).toBe('shared_words')
    expect(asked).toEqual([])
  })

  test('where it fails, with why', async () => {
    failure = fail('model-damaged', '/model/reader.onnx is missing')
    const onFile = await find(words)
    expect(onFile).toMatchObject({
      by: 'terms',
      modelUse: { is: 'failed', failure: { kind: 'model-damaged' } },
    })
    expect(shown(onFile)).toEqual(bySharedWords)
  })

  test('of another language the model reads nothing', async () => {
    expect(await find('Die roten roses stehen im garden und nicht auf der Straße.')).toMatchObject({
      by: 'terms',
      modelUse: { is: 'other language' },
    })
    expect(asked).toEqual([])
  })

  test('where nothing is near by the model', async () => {
    await ports.vectors.cutBlocks(garden.id, 0)
    const onFile = await find(words)
    expect(onFile).toMatchObject({ by: 'terms', modelUse: { is: 'done' } })
    expect(shown(onFile)).toEqual(bySharedWords)
  })
})

describe('bad input', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['10,000 words', 'handset '.repeat(10_000)],
  ])('%s is refused by name', async (_, words) => {
    expect(await findOnFile(ports, words, { isPrivate: false })).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', detail: expect.stringMatching(/^words: /) },
    })
    expect(asked).toEqual([])
  })

  test('a corpus that cannot be read rejects', async () => {
    ports = {
      ...ports,
      corpus: { ...ports.corpus, listDossiers: async () => Promise.reject(new Error('x')) },
    }
    await expect(find('A handset.')).rejects.toThrow('x')
  })
})
