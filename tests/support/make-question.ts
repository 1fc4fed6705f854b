import type { Edtf, Position, SpeakerKind } from '../../utils/model/dossier'
import { asArticleId, asClaimId, asQuestionId } from '../../utils/model/ids'
import type {
  ClaimHere,
  ClaimOnFile,
  QuestionReading,
  RelatedClaim,
  TimelinePoint,
} from '../../utils/model/reading'
import type { Relation } from '../../utils/model/relation'

interface ClaimValues {
  id: string
  statement?: string
  speaker?: string
  kind?: SpeakerKind
  /** Outlets after the speaker. */
  via?: string[]
  about?: Edtf | null
  published?: Edtf
  subject?: string
  actor?: string
  url?: string | null
}

/** A claim on file, in invented words. */
export function makeClaimOnFile(values: ClaimValues): ClaimOnFile {
  const { id, speaker = 'Ilse Varn', kind = 'named', via = ['Tarn Courier'], about = '2018-05' } = values
  const publisher = via.at(-1) ?? speaker
  const article = asArticleId(id.replace(/#.*/, ''))
  return {
    id: asClaimId(id),
    article,
    statement: values.statement ?? 'The handset is exchanged every thirty days.',
    locator: { words: 6, hash: '00112233445566aa' },
    ...(values.subject ? { subject: values.subject } : {}),
    ...(values.actor ? { actor: values.actor } : {}),
    speaker: { name: speaker, kind },
    chain: kind === 'outlet' ? via : [speaker, ...via],
    modality: 'asserts',
    about,
    bearsOn: [],
    source: {
      id: article,
      url:
        values.url === undefined
          ? `https://${publisher.toLowerCase().replace(/\W+/g, '-')}.example/${article}`
          : values.url,
      publisher,
      title: `${publisher} on the president’s handset`,
      published: values.published ?? '2018-05-22',
      leader: 'Oda Lindqvar',
    },
  }
}

export const makeHere = (claim: ClaimOnFile, more: Partial<ClaimHere> = {}): ClaimHere => ({
  claim,
  span: { start: 100, end: 140 },
  sentence: { start: 90, end: 160 },
  text: `${claim.statement} So the paper has it.`,
  notPlaced: null,
  markedBy: null,
  ...more,
})

export const makeRelated = (
  relation: Relation,
  position: Position,
  values: ClaimValues,
  more: Partial<RelatedClaim> = {},
): RelatedClaim => ({
  claim: makeClaimOnFile(values),
  position,
  relation,
  isSameSpeaker: false,
  against: null,
  reasons: [{ rule: relation.replace(/\W+/g, '-'), values: ['Is the handset exchanged on a schedule?'] }],
  repeats: [],
  ...more,
})

/** A point over a whole month or year, from a date as `2018-05` or `2018`. */
export function makePoint(
  claim: string,
  position: Position,
  time: string,
  more: Partial<TimelinePoint> = {},
): TimelinePoint {
  const [year = 0, month] = time.split('-').map(Number)
  const startMs = Date.UTC(year, (month ?? 1) - 1)
  const endMs = month === undefined ? Date.UTC(year + 1, 0) : Date.UTC(year, month)
  return {
    claim: asClaimId(claim),
    position,
    startMs,
    endMs,
    opens: null,
    isPublished: false,
    isHere: false,
    isApart: false,
    relation: null,
    label: claim,
    repeats: [],
    outlets: 1,
    ...more,
  }
}

export const makeQuestion = (
  id: string,
  text: string,
  more: Partial<QuestionReading> = {},
): QuestionReading => ({
  question: { id: asQuestionId(id), group: 'Habits', text },
  here: [],
  isDisputed: false,
  isDisputedHere: false,
  related: [],
  apart: [],
  toldApart: [],
  counts: { sources: 0, outlets: 0 },
  timeline: [],
  ...more,
})
