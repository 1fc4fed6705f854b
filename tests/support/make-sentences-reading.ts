import { toClaimOnFile } from '../../utils/matching/make-reader-claim'
import { asClaimId } from '../../utils/model/ids'
import type { ReaderClaim } from '../../utils/model/reader-claim'
import type { QuestionReading, Reading, SentenceHere } from '../../utils/model/reading'
import { makeHere, makeRelated } from './make-question'
import { disclosure, dossier, makeUnknownReading, rotation } from './make-reading'

/** A sentence and the claims on file that share words with it. */
const makeSentence = (start: number, text: string, of: QuestionReading, most: number): SentenceHere => ({
  span: { start, end: start + text.length },
  text,
  question: of.question,
  related: of.related.slice(0, most).map(related => ({
    ...related,
    relation: 'related',
    against: null,
    isSameSpeaker: false,
    reasons: [{ rule: 'shared_words', values: ['handset, exchange, Chancery'], weight: 0.8 }],
  })),
})

/** An article that is not on file, whose sentences share words with claims that are. */
export const makeSentencesReading = (more: Partial<Reading> = {}): Reading => ({
  ...makeUnknownReading(),
  sentences: [
    makeSentence(
      120,
      'Every month a technician comes to the residence with a fresh handset, the Chancery told this paper on Friday.',
      rotation,
      3,
    ),
    makeSentence(
      480,
      'Of the safeguards for her telephones the Chancery will say nothing, now or later.',
      disclosure,
      1,
    ),
    makeSentence(900, 'The last exchange of a handset was put off twice.', rotation, 1),
  ],
  ...more,
})

/** What the reader said of a sentence, as it is kept. */
export const makeReaderClaim = (): ReaderClaim => ({
  id: asClaimId('reader:1'),
  addresses: ['https://tarn-courier.example/new'],
  title: 'A fresh handset every month',
  outlet: 'Tarn Courier',
  published: '2026-01-05',
  locator: { words: 19, hash: '00112233445566aa' },
  statement: 'The handset is exchanged every month.',
  dossier: dossier.id,
  question: rotation.question.id,
  position: 'yes',
  subject: 'Oda Lindqvar',
  createdMs: 0,
  modifiedMs: 0,
})

/** The same article after the reader said what its first sentence says, and something of another page before. */
export function makeAnsweredReading(): Reading {
  const own = toClaimOnFile(makeReaderClaim())
  const other = { ...own, id: asClaimId('reader:2'), statement: 'No handset was exchanged this year.' }
  const reading = makeSentencesReading()
  return {
    ...reading,
    claims: [makeHere(own)],
    questions: [
      {
        ...rotation,
        here: [{ claim: own.id, position: 'yes' }],
        isDisputedHere: false,
        related: [
          { ...makeRelated('disputes', 'no', { id: 'reader:2' }, { against: own.id }), claim: other },
          ...rotation.related.slice(0, 1).map(related => ({ ...related, against: own.id })),
        ],
        apart: [],
        timeline: [],
      },
    ],
    sentences: reading.sentences.slice(1),
    span: { claims: 2, outlets: 2, from: '2018', to: '2026' },
  }
}
