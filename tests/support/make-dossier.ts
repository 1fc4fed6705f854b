import type { Answer, Article, Claim, Dossier, Question } from '../../utils/model/dossier'
import { fingerprint } from '../../utils/model/fingerprint'
import type { Highlight } from '../../utils/model/highlight'
import { asArticleId, asClaimId, asDossierId, asHighlightId, asQuestionId } from '../../utils/model/ids'
import type { ReaderClaim } from '../../utils/model/reader-claim'

/** Test values in invented words: a small republic, its president and its press. */
export const makeQuestion = (id: string, text = `Is it so with ${id}?`): Question => ({
  id: asQuestionId(id),
  group: 'Habits',
  text,
})

export const makeArticle = (id: string, more: Partial<Article> = {}): Article => ({
  id: asArticleId(id),
  url: `https://morgenpost.example/${id}`,
  publisher: 'Morgenpost',
  title: `Report on ${id}`,
  published: '2031-04-02',
  language: 'en',
  leader: 'Tilda Oranje',
  ...more,
})

export const makeClaim = (
  id: string,
  article: string,
  answers: Record<string, Answer['position']>,
): Claim => ({
  id: asClaimId(id),
  article: asArticleId(article),
  statement: `An aide says of ${id} that the president keeps two phones.`,
  locator: { words: 4 + (id.length % 3), hash: fingerprint(id) },
  speaker: { name: 'an aide', kind: 'anonymous', role: 'aide', affiliation: 'presidency' },
  chain: ['an aide', 'Morgenpost'],
  modality: 'asserts',
  about: '2031-03',
  bearsOn: Object.entries(answers).map(([question, position]) => ({
    question: asQuestionId(question),
    position,
  })),
})

/** A claim that says something of its own, by a speaker of its own. */
export const makeStatedClaim = (
  id: string,
  question: string,
  position: Answer['position'],
  statement: string,
): Claim => ({
  id: asClaimId(id),
  article: asArticleId(id.split('#')[0] ?? ''),
  statement,
  locator: { words: 4, hash: fingerprint(id) },
  speaker: { name: `Speaker of ${id}`, kind: 'named' },
  chain: [`Speaker of ${id}`, 'Morgenpost'],
  modality: 'asserts',
  about: '2031-03',
  bearsOn: [{ question: asQuestionId(question), position }],
})

export const makeDossier = (more: Partial<Dossier> = {}): Dossier => ({
  format: 'dossier',
  version: 1,
  id: asDossierId('oranje-phones'),
  title: "President Oranje's phones",
  summary: 'What has been said about them.',
  questions: [makeQuestion('two-phones'), makeQuestion('listened')],
  articles: [
    makeArticle('a1'),
    makeArticle('a2', { url: null, title: null, published: '2032' }),
    makeArticle('a3', { otherUrls: ['https://morgenpost.example/amp/3'], credit: 'Nordnachricht' }),
  ],
  claims: [
    makeClaim('a1#1', 'a1', { 'two-phones': 'yes', listened: 'no' }),
    makeClaim('a1#2', 'a1', {}),
    makeClaim('a3#1', 'a3', { 'two-phones': 'no' }),
  ],
  ...more,
})

export const makeReaderClaim = (id: string, more: Partial<ReaderClaim> = {}): ReaderClaim => ({
  id: asClaimId(id),
  addresses: ['https://morgenpost.example/a1'],
  title: 'Report on a1',
  outlet: 'Morgenpost',
  published: '2031-04-02',
  locator: { words: 6, hash: fingerprint(id) },
  statement: 'It says that the president keeps two phones.',
  dossier: asDossierId('oranje-phones'),
  question: asQuestionId('two-phones'),
  position: 'yes',
  subject: 'Tilda Oranje',
  createdMs: 1_000,
  modifiedMs: 1_000,
  ...more,
})

export const makeHighlight = (id: string, more: Partial<Highlight> = {}): Highlight => ({
  id: asHighlightId(id),
  addresses: ['https://morgenpost.example/a1'],
  title: 'Report on a1',
  outlet: 'Morgenpost',
  selectors: [
    { type: 'TextQuoteSelector', exact: `words of ${id}`, prefix: 'before ', suffix: ' after' },
    { type: 'TextPositionSelector', start: 10, end: 20 },
  ],
  note: '',
  tags: [],
  colour: 'yellow',
  createdMs: 1_000,
  modifiedMs: 1_000,
  anchoredMs: 1_000,
  pageModified: null,
  ...more,
})
