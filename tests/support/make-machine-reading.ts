import type { Position, Speaker } from '../../utils/model/dossier'
import type { QuestionId } from '../../utils/model/ids'
import type { Certainty } from '../../utils/model/model-use'
import type { ClaimHere, ClaimOnFile, MachineAnswer, Reading } from '../../utils/model/reading'
import type { Reason } from '../../utils/model/reason'
import { makeClaimOnFile, makeHere, makeRelated } from './make-question'
import { disclosure, rotation } from './make-reading'
import { makeSentencesReading } from './make-sentences-reading'

interface Read {
  id: string
  start: number
  text: string
  speaker: Speaker
  via?: string[]
  answers: [QuestionId, Position, Certainty, ClaimOnFile[]][]
  voice?: Reason[]
}

const beacon = makeClaimOnFile({
  id: 'beacon#1',
  statement: 'The president refuses to hand the handset in, and nobody insists.',
  speaker: 'a former adviser',
  kind: 'anonymous',
  via: ['The Beacon'],
  about: '2018-04',
})
const mill = makeClaimOnFile({
  id: 'mill#0',
  statement: 'Handsets are exchanged in the routine of the technical service, every 30 days.',
  via: ['Mill Gazette'],
  about: '2018-05-22',
})

const answering = (claim: ClaimOnFile, question: QuestionId, position: Position): ClaimOnFile => ({
  ...claim,
  bearsOn: [{ question, position }],
})

/** A sentence as a machine reads it. */
function makeRead({ id, start, text, speaker, via = [], answers, voice = [] }: Read): ClaimHere {
  const span = { start, end: start + text.length }
  const claim = makeClaimOnFile({ id, statement: text, subject: 'Oda Lindqvar', about: '2026-01-05' })
  return makeHere(
    {
      ...claim,
      speaker,
      chain: speaker.kind === 'outlet' ? [speaker.name] : [speaker.name, ...via, 'Tarn Courier'],
      bearsOn: answers.map(([question, position]) => ({ question, position })),
      certainty: Object.fromEntries(answers.map(([question, , certainty]) => [question, certainty])),
    },
    {
      span,
      sentence: span,
      text,
      machine: {
        answers: answers.map(
          ([question, position, certainty, neighbours]): MachineAnswer => ({
            question,
            position,
            certainty,
            neighbours,
          }),
        ),
        voice,
      },
    },
  )
}

const rotationId = rotation.question.id
const disclosureId = disclosure.question.id

/** Likely, by name, carried by another outlet; decided by two claims on file. */
export const readNamed = makeRead({
  id: 'machine:1',
  start: 120,
  text: 'Nobody has asked the president for her handset since the spring, Wenna Sorrel told the Harbour Wire.',
  speaker: { name: 'Wenna Sorrel', kind: 'named', role: 'former head of the technical service' },
  via: ['Harbour Wire'],
  answers: [
    [rotationId, 'no', 'likely', [answering(beacon, rotationId, 'no'), answering(mill, rotationId, 'yes')]],
  ],
  voice: [
    { rule: 'speaker_named', values: ['Wenna Sorrel'] },
    { rule: 'quotation_after', values: [] },
  ],
})
/** Only possible, and an answer to two questions. */
export const readUnnamed = makeRead({
  id: 'machine:2',
  start: 480,
  text: 'Every month a technician comes with a fresh one, an aide said, but of the rest the Chancery says nothing.',
  speaker: { name: 'an aide', kind: 'anonymous' },
  answers: [
    [rotationId, 'yes', 'possibly', [answering(mill, rotationId, 'yes')]],
    [disclosureId, 'no', 'likely', []],
  ],
})
/** By the outlet itself, for the article names nobody. */
export const readOutlet = makeRead({
  id: 'machine:3',
  start: 700,
  text: 'The last exchange of a handset was put off twice.',
  speaker: { name: 'Tarn Courier', kind: 'outlet' },
  answers: [[rotationId, 'partly', 'possibly', [answering(mill, rotationId, 'yes')]]],
})

/** An article that is not on file, as a machine read it: three claims, two questions, and a sentence that is merely related. */
export function makeMachineReading(more: Partial<Reading> = {}): Reading {
  const reading = makeSentencesReading()
  return {
    ...reading,
    claims: [readNamed, readUnnamed, readOutlet],
    questions: [
      {
        ...rotation,
        here: [
          { claim: readNamed.claim.id, position: 'no' },
          { claim: readUnnamed.claim.id, position: 'yes' },
          { claim: readOutlet.claim.id, position: 'partly' },
        ],
        related: [
          makeRelated(
            'disputes',
            'yes',
            { id: 'mill#0', statement: mill.statement, via: ['Mill Gazette'], about: '2026-01' },
            { against: readNamed.claim.id },
          ),
          makeRelated(
            'related',
            'no',
            { id: 'isle#1', statement: 'Nobody hands a handset in any more.', via: ['Isle Monthly'] },
            { against: readUnnamed.claim.id, reasons: [{ rule: 'unsure', values: [] }] },
          ),
        ],
        apart: [],
        timeline: [],
      },
      {
        ...disclosure,
        here: [{ claim: readUnnamed.claim.id, position: 'no' }],
        related: disclosure.related.map(related => ({ ...related, against: readUnnamed.claim.id })),
        timeline: [],
      },
    ],
    sentences: reading.sentences.slice(1, 2),
    modelUse: { is: 'done' },
    span: { claims: 3, outlets: 3, from: '2018', to: '2026' },
    ...more,
  }
}
