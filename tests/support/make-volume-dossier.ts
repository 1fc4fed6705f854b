import type {
  Answer,
  Article,
  Claim,
  Dossier,
  Position,
  Question,
  Spotting,
} from '../../utils/model/dossier.ts'
import { fingerprint } from '../../utils/model/fingerprint.ts'
import { asArticleId, asClaimId, asDossierId, asQuestionId } from '../../utils/model/ids.ts'

/** What makes one dossier of many claims: the same values give the same bytes. */
export interface VolumeOptions {
  claims: number
  seed?: number
  /** Default: `volume`. Ids of articles and claims begin with it. */
  id?: string
  version?: number
}

/** A source of numbers in 0..1 that depends on its keys alone (splitmix32's finishing steps over their sum). */
function openRandom(...keys: number[]): () => number {
  let state = keys.reduce(
    (sum, key, index) => (sum + Math.imul(key + 1, 0x9e3779b1 + index * 0x632be5ab)) | 0,
    7,
  )
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

const onsets = 'b d f g h j k l m n p r s t v w z br dr gl kr pl sk st tr'.split(' ')
const vowels = 'a e i o u ai ea ou'.split(' ')
const codas = ' |n|r|l|s|m|nd|rk|st'.split('|').map(end => end.trim())

/** The invented word of a rank: long enough that no two of some hundred thousand are the same. */
function inventWord(rank: number): string {
  let rest = rank
  let word = ''
  do {
    const onset = onsets[rest % onsets.length] ?? ''
    rest = Math.floor(rest / onsets.length)
    const vowel = vowels[rest % vowels.length] ?? ''
    rest = Math.floor(rest / vowels.length)
    word += onset + vowel
  } while (rest > 0)
  return word + (codas[rank % codas.length] ?? '')
}

/** How many different invented words there are: some come once in a million claims. */
const vocabulary = 300_000

/** The topic's own words, the most frequent first. A claim is made of these as much as of others. */
const topicWords =
  'phone president calls aides officials service spies private secure listening palace number minister intercepted device office message line state handset government hacked security foreign personal encrypted intelligence report conversations leader agency secret number overheard network advisers unsecured mobile experts warned denied used kept replaced targeted monitored software embassy allies parliament'.split(
    ' ',
  )
const smallWords = 'the of that a to in and for by with on from at its was'.split(' ')

/** By Zipf's law: a rank's share goes down as one by the rank (`length ** u` is that distribution's inverse). */
const zipf = (random: Random, length: number): number => Math.floor(length ** random()) - 1

function makeWord(random: Random): string {
  const kind = random()
  if (kind < 0.36) return pick(random, smallWords)
  if (kind < 0.66) return topicWords[zipf(random, topicWords.length)] ?? 'phone'
  return inventWord(zipf(random, vocabulary))
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A sentence of 12 to 24 words, as a dossier's statements have them. */
function makeSentence(random: Random): string {
  const length = 12 + Math.floor(random() * 13)
  return `${capital(Array.from({ length }, () => makeWord(random)).join(' '))}.`
}

const named = (rank: number): string => capital(inventWord(rank * 131 + 17))
const leaders = Array.from({ length: 30 }, (_, n) => `${named(n + 400)} ${named(n + 800)}`)
const groups = ['Habits', 'Devices', 'Listeners', 'Warnings', 'After it']

const questions: Question[] = Array.from({ length: 37 }, (_, n) => {
  const random = openRandom(n, 5)
  const words = Array.from({ length: 5 }, () => topicWords[zipf(random, topicWords.length)] ?? 'phone')
  return {
    id: asQuestionId(`question-${n}`),
    group: groups[n % groups.length] ?? '',
    text: `Did the leader’s ${words.join(' ')} ${inventWord(n + 40)}?`,
  }
})

const spotting: Spotting = {
  groups: [
    { id: 'leader', terms: ['president*', 'leader*', 'minister*', 'palace'] },
    { id: 'phone', terms: ['phone*', 'handset*', 'device*', 'calls', 'mobile'] },
    { id: 'tap', terms: ['intercept*', 'overheard', 'listening', 'hack*', 'spies', 'monitor*'] },
  ],
  rules: [
    { all: ['leader', 'phone', 'tap'], weight: 3 },
    { all: ['leader', 'phone'], weight: 1 },
  ],
  threshold: 3,
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
const makeDay = (random: Random): string =>
  `${2004 + Math.floor(random() * 22)}-${twoDigits(1 + Math.floor(random() * 12))}-${twoDigits(1 + Math.floor(random() * 28))}`

/** So many claims has the article of a number: 5 to 9, seven on average. */
const sizeOf = (article: number): number => 5 + Math.floor(openRandom(article, 3)() * 5)

const outletOf = (article: number): string => `${named(Math.floor(openRandom(article, 11)() * 600))} Herald`

/** Where the article of a number stands. */
export const volumeAddress = (article: number, id = 'volume'): string =>
  `http://${outletOf(article).toLowerCase().replace(' ', '-')}.example/${id}/${article}`

const makeArticle = (article: number, id: string, seed: number): Article => {
  const random = openRandom(seed, article, 1)
  return {
    id: asArticleId(`${id}-${article}`),
    url: volumeAddress(article, id),
    publisher: outletOf(article),
    title: makeSentence(random).slice(0, 70),
    published: makeDay(random),
    language: 'en',
    leader: pick(random, leaders),
  }
}

/** Words of a passage of an article: one of them is the claim's alone, so that it stands in no other text. */
function makePassage(seed: number, article: number, nth: number): string[] {
  const random = openRandom(seed, article, nth, 2)
  const length = 3 + Math.floor(random() * 7)
  return [...Array.from({ length }, () => makeWord(random)), `n${article}x${nth}`]
}

const positionOf = (share: number): Position =>
  share < 0.51 ? 'yes' : share < 0.72 ? 'no' : share < 0.94 ? 'partly' : 'unknown'

function makeAnswers(random: Random): Answer[] {
  const first = random() < 0.5 ? zipf(random, questions.length) : Math.floor(random() * questions.length)
  const more = random() < 0.16 ? (first + 1 + Math.floor(random() * 5)) % questions.length : first
  return [...new Set([first, more])].map(question => ({
    question: asQuestionId(`question-${question}`),
    position: positionOf(random()),
  }))
}

function makeClaim(article: Article, number: number, nth: number, seed: number): Claim {
  const random = openRandom(seed, number, nth, 4)
  const passage = makePassage(seed, number, nth)
  const who = random()
  const speaker: Claim['speaker'] =
    who < 0.34
      ? { name: article.publisher, kind: 'outlet' }
      : who < 0.55
        ? { name: `an aide of ${named(Math.floor(random() * 40))}`, kind: 'anonymous', role: 'aide' }
        : {
            name: `${named(Math.floor(random() * 5_000))} ${named(700)}`,
            kind: 'named',
            affiliation: 'office',
          }
  return {
    id: asClaimId(`${article.id}#${nth + 1}`),
    article: article.id,
    statement: makeSentence(random),
    locator: { words: passage.length, hash: fingerprint(passage.join(' ')) },
    speaker,
    chain: speaker.kind === 'outlet' ? [article.publisher] : [speaker.name, article.publisher],
    modality: pick(random, ['asserts', 'reports', 'denies', 'warns'] as const),
    about: random() < 0.02 ? null : makeDay(random),
    bearsOn: makeAnswers(random),
  }
}

const headOf = ({ id = 'volume', version = 1 }: VolumeOptions): Omit<Dossier, 'articles' | 'claims'> => ({
  format: 'dossier',
  version,
  id: asDossierId(id),
  title: 'Many phones of many leaders',
  summary: 'Invented words, as many as are asked for.',
  spotting,
  questions,
})

/** Articles with their claims, in order, until there are as many claims as asked for. */
function* makeArticles({ claims, seed = 1, id = 'volume' }: VolumeOptions): Generator<[Article, Claim[]]> {
  for (let number = 0, made = 0; made < claims; number += 1) {
    const article = makeArticle(number, id, seed)
    const size = Math.min(sizeOf(number), claims - made)
    yield [article, Array.from({ length: size }, (_, nth) => makeClaim(article, number, nth, seed))]
    made += size
  }
}

/** The file of such a dossier, portion by portion: a million claims need no more memory than a hundred. */
export function* writeVolumeDossier(options: VolumeOptions): Generator<string> {
  yield `${JSON.stringify(headOf(options)).slice(0, -1)},"articles":[`
  let comma = ''
  for (const [article] of makeArticles(options)) {
    yield comma + JSON.stringify(article)
    comma = ',\n'
  }
  yield '],"claims":['
  comma = ''
  for (const [, claims] of makeArticles(options)) {
    yield comma + claims.map(claim => JSON.stringify(claim)).join(',\n')
    comma = ',\n'
  }
  yield ']}\n'
}

/** The dossier as a value: for some thousand claims. */
export const makeVolumeDossier = (options: VolumeOptions): Dossier => {
  const made = [...makeArticles(options)]
  return {
    ...headOf(options),
    articles: made.map(([article]) => article),
    claims: made.flatMap(([, claims]) => claims),
  }
}

/** Text of the article of a number, with the passages of all its claims among other sentences. */
export function makeVolumeStory(article: number, seed = 1): string[] {
  const random = openRandom(seed, article, 9)
  return Array.from({ length: 40 }, (_, n) => {
    const passage =
      n % 4 === 0 && n / 4 < sizeOf(article) ? `${makePassage(seed, article, n / 4).join(' ')} ` : ''
    return `${capital(passage)}${makeSentence(random)}`
  })
}

/** Forty sentences on the topic that are in no dossier. */
export const makeUnknownStory = (seed: number): string[] => {
  const random = openRandom(seed, 77)
  return Array.from({ length: 40 }, () => makeSentence(random))
}

/** A page that tells a story, spotted by its headline. */
export function writeStoryPage(sentences: readonly string[]): string {
  const headline = 'The president’s phone calls were intercepted by spies'
  const paragraphs = Array.from({ length: Math.ceil(sentences.length / 4) }, (_, n) =>
    sentences.slice(4 * n, 4 * n + 4).join(' '),
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline}</title>
<meta property="og:type" content="article"><meta name="author" content="A. Quill"><style>article { max-width: 620px }</style></head><body><article>
<h1>${headline}</h1>${paragraphs.map(text => `<p>${text}</p>`).join('\n')}</article></body></html>`
}
