import type { SidebarView } from '../../utils/messaging/protocol'
import type { Anchoring } from '../../utils/model/highlight'
import { asArticleId, asClaimId, asDossierId, asHighlightId } from '../../utils/model/ids'
import type { QuestionReading, Reading } from '../../utils/model/reading'
import { defaultSettings } from '../../utils/model/settings'
import { makeClaimOnFile, makeHere, makePoint, makeQuestion, makeRelated } from './make-question'

export const dossier = {
  id: asDossierId('handsets'),
  title: 'The security of the president’s handset',
  version: 3,
  upTo: '2025-06-03',
  compiledBy: 'the Lindqvar reading group',
  reportErrors: 'https://handsets.example/errors',
  articleCount: 14,
  claimCount: 61,
  questionCount: 6,
}

const here = {
  office: makeClaimOnFile({
    id: 'tarn#1',
    statement: 'Handsets for calls are exchanged as a matter of routine.',
    speaker: 'the Chancery',
    kind: 'institution',
  }),
  aides: makeClaimOnFile({
    id: 'tarn#2',
    statement: 'A monthly exchange was turned down as a nuisance.',
    speaker: 'two senior officials',
    kind: 'anonymous',
    via: ['The Beacon', 'Tarn Courier'],
  }),
  silence: makeClaimOnFile({
    id: 'tarn#3',
    statement: 'The Chancery would not say how often a handset is exchanged.',
    speaker: 'the Chancery',
    kind: 'institution',
  }),
  gone: makeClaimOnFile({
    id: 'tarn#4',
    statement: 'Two handsets are in use at any one time.',
    speaker: 'an aide',
    kind: 'anonymous',
  }),
  background: makeClaimOnFile({
    id: 'tarn#5',
    statement: 'Earlier presidents had a desk telephone and nothing else.',
    speaker: 'Tarn Courier',
    kind: 'outlet',
  }),
}
const against = here.office.id
const repeatsOfBeacon = [asClaimId('ferry#1'), asClaimId('quay#1')]

/** Disputed from outside and within: every relation that stands open, repeats, others, a time unknown. */
export const rotation = makeQuestion(
  'rotation',
  'Is the president’s handset exchanged on a regular schedule?',
  {
    here: [
      { claim: here.office.id, position: 'yes' },
      { claim: here.aides.id, position: 'no' },
    ],
    isDisputed: true,
    isDisputedHere: true,
    counts: { sources: 9, outlets: 12 },
    related: [
      makeRelated(
        'disputes',
        'no',
        {
          id: 'beacon#1',
          statement: 'The president refuses to hand the handset in, and nobody insists.',
          speaker: 'a former adviser',
          kind: 'anonymous',
          via: ['The Beacon'],
          about: '2018-04',
        },
        {
          against,
          repeats: [
            makeClaimOnFile({ id: 'ferry#1', via: ['The Beacon', 'Ferry Post'] }),
            makeClaimOnFile({ id: 'quay#1', via: ['The Beacon', 'Quay Radio'], url: null }),
          ],
        },
      ),
      makeRelated(
        'later account differs',
        'no',
        {
          id: 'isle#1',
          statement: 'Nobody makes the president hand in a handset for exchange any more.',
          speaker: 'the Chancery',
          kind: 'institution',
          via: ['Isle Monthly'],
          about: '2025',
        },
        { against, isSameSpeaker: true },
      ),
      makeRelated(
        'qualifies',
        'partly',
        {
          id: 'harbour#1',
          statement: 'The handset for calls is exchanged, the one for messages is not.',
          speaker: 'Bram Ostrel',
          via: ['Harbour Wire'],
          about: '2017/2018',
        },
        { against },
      ),
      makeRelated(
        'leaves open',
        'unknown',
        {
          id: 'harbour#2',
          statement: 'The committee could not find out how often handsets are exchanged.',
          speaker: 'Committee on Records',
          kind: 'institution',
          via: ['Harbour Wire'],
          about: null,
          published: '2018-06-11',
        },
        { against },
      ),
      ...['2018-05-22', '2018-03', '2017', '../2017', '2019-11/2020-02'].map((about, index) =>
        makeRelated(
          'agrees',
          'yes',
          {
            id: `mill#${index}`,
            statement: `Handsets are exchanged in the routine of the technical service, every ${30 + index} days.`,
            speaker: 'Ilse Varn',
            via: ['Mill Gazette'],
            about,
            ...(index === 1 ? { url: null } : {}),
          },
          { against },
        ),
      ),
    ],
    apart: [
      makeRelated('about others', 'yes', {
        id: 'vale#1',
        statement: 'The ministers’ handsets are exchanged twice a year.',
        subject: 'the ministers',
        via: ['Vale Times'],
      }),
      makeRelated('about another actor', 'no', {
        id: 'vale#2',
        statement: 'Criminals never listened to the line.',
        actor: 'criminals',
        via: ['Vale Times'],
      }),
    ],
    timeline: [
      makePoint('tarn#1', 'yes', '2018-05', { isHere: true }),
      makePoint('tarn#2', 'no', '2018-05', { isHere: true }),
      makePoint('beacon#1', 'no', '2018-04', { relation: 'disputes', repeats: repeatsOfBeacon, outlets: 3 }),
      makePoint('isle#1', 'no', '2025', { relation: 'later account differs' }),
      makePoint('harbour#1', 'partly', '2017', { endMs: Date.UTC(2019, 0) }),
      makePoint('harbour#2', 'unknown', '2018-06', { isPublished: true }),
      makePoint('mill#0', 'yes', '2018-05'),
      makePoint('mill#1', 'yes', '2018-03'),
      makePoint('mill#2', 'yes', '2017'),
      makePoint('mill#3', 'yes', '2016', { opens: 'start', relation: 'agrees' }),
      makePoint('mill#4', 'yes', '2019-11', { endMs: Date.UTC(2020, 2), relation: 'agrees' }),
      makePoint('vale#1', 'yes', '2018-05', { isApart: true, relation: 'about others' }),
      makePoint('vale#2', 'no', '2018-05', { isApart: true, relation: 'about another actor' }),
    ],
  },
)

export const disclosure = makeQuestion('disclosure', 'Does the Chancery say how it guards its telephones?', {
  here: [{ claim: here.silence.id, position: 'no' }],
  counts: { sources: 1, outlets: 1 },
  related: [
    makeRelated(
      'agrees',
      'no',
      {
        id: 'isle#2',
        statement: 'The spokesman again refused to speak of measures.',
        speaker: 'Coren Ashby',
        via: ['Isle Monthly', 'Ferry Post'],
        about: '2025-06-03',
      },
      { against: here.silence.id },
    ),
  ],
  timeline: [makePoint('tarn#3', 'no', '2018-05', { isHere: true }), makePoint('isle#2', 'no', '2025-06')],
})

const several = makeQuestion('several', 'Does the president use more than one handset?', {
  here: [{ claim: here.gone.id, position: 'yes' }],
})

/** An article on file: three questions, one of them disputed; a claim not placed, one that answers nothing. */
export const makeReading = (more: Partial<Reading> = {}): Reading => ({
  sentences: [],
  modelUse: { is: 'not needed' },
  rejected: [],
  recognition: { how: 'locators', article: asArticleId('tarn'), found: 9, of: 13 },
  title: 'President’s handset meets every standard, officials say',
  dossier,
  claims: [
    makeHere(here.office),
    makeHere(here.aides),
    makeHere(here.silence),
    makeHere(here.gone, { span: null, sentence: null, text: null, notPlaced: 'absent' }),
    makeHere(here.background),
  ],
  questions: [rotation, disclosure, several],
  carriedBy: [{ article: makeClaimOnFile({ id: 'ferry', via: ['Ferry Post'] }).source, found: 4, of: 12 }],
  onFile: [],
  span: { claims: 23, outlets: 11, from: '2009', to: '2025-06-03' },
  ...more,
})

/** An article on the topic of which nothing is on file. */
export const makeUnknownReading = (): Reading =>
  makeReading({
    recognition: { how: 'none' },
    claims: [],
    questions: [],
    carriedBy: [],
    span: null,
    onFile: [
      {
        question: rotation.question,
        counts: { sources: 9, outlets: 12 },
        yes: 6,
        no: 3,
        from: '2009',
        to: '2025',
      },
      {
        question: disclosure.question,
        counts: { sources: 1, outlets: 1 },
        yes: 0,
        no: 2,
        from: '2018',
        to: '2025-06',
      },
      {
        question: { ...several.question, group: 'Listening' },
        counts: { sources: 2, outlets: 2 },
        yes: 2,
        no: 0,
        from: '2018',
        to: '2018',
      },
    ],
  })

/** The rotation question as it is loaded for an article that is not on file: nothing is compared. */
export const makeLoadedQuestion = (): QuestionReading => ({
  ...rotation,
  here: [],
  isDisputedHere: false,
  related: rotation.related.map(related => ({
    ...related,
    relation: 'related',
    against: null,
    isSameSpeaker: false,
    reasons: [],
  })),
  timeline: rotation.timeline.filter(point => !point.isHere),
})

const anchorings: Anchoring[] = [
  { state: 'exact' },
  { state: 'moved' },
  { state: 'lost', reason: 'absent', places: [] },
]

const makeHighlights = (): SidebarView['highlights'] =>
  anchorings.map((anchoring, index) => ({
    anchoring,
    highlight: {
      id: asHighlightId(`highlight-${index}`),
      addresses: ['https://tarn-courier.example/tarn'],
      title: 'President’s handset meets every standard, officials say',
      outlet: 'Tarn Courier',
      selectors: [
        {
          type: 'TextQuoteSelector',
          exact:
            [
              'The handset for messages, the official added, needs no such rotation.',
              'though no interval was given',
              'a sentence that the paper took out again',
            ][index] ?? '',
          prefix: '',
          suffix: '',
        },
        { type: 'TextPositionSelector', start: 900 - index * 300, end: 940 - index * 300 },
      ],
      note: index === 0 ? 'Compare with what the Beacon had.' : '',
      tags: [],
      colour: 'yellow',
      createdMs: Date.UTC(2026, 0, 5 + index),
      modifiedMs: Date.UTC(2026, 0, 5 + index),
      anchoredMs: Date.UTC(2026, 0, 5 + index),
      pageModified: null,
    },
  }))

/** Everything a sidebar shows. */
export const makeView = (more: Partial<SidebarView> = {}): SidebarView => ({
  reading: makeReading(),
  highlights: makeHighlights(),
  pageModified: null,
  hidden: [],
  address: 'https://www.tarn-courier.example/handset',
  site: {
    host: 'tarn-courier.example',
    isGranted: true,
    isPrivate: false,
    isOff: false,
    isDismissed: false,
  },
  settings: defaultSettings,
  beside: { covers: false, isOtherSideFree: false, room: null },
  keys: { highlight: 'Alt+Shift+H', sidebar: 'Alt+Shift+S' },
  care: null,
  ...more,
})
