import type { Answer, Edtf, SpeakerKind } from '../../../../utils/model/dossier'
import { asArticleId, asClaimId, asQuestionId } from '../../../../utils/model/ids'
import type { ClaimHere, ClaimOnFile, MarkedBy, RelatedClaim } from '../../../../utils/model/reading'

/** Test values in invented words: a bay, its premier, its papers. */
export const question = asQuestionId('rotation')
export const questionText = 'Are the premier’s phones exchanged on a regular schedule?'

interface Parts {
  statement: string
  speaker: string
  kind: SpeakerKind
  role: string
  chain: string[]
  about: Edtf | null
  bearsOn: Answer[]
}

export function makeClaim(id: string, parts: Partial<Parts> = {}): ClaimOnFile {
  const chain = parts.chain ?? ['The Bay Courier']
  return {
    id: asClaimId(id),
    article: asArticleId(`article-${id}`),
    statement: parts.statement ?? 'The premier’s handsets are exchanged every month.',
    locator: { words: 5, hash: '0123456789abcdef' },
    speaker: {
      name: parts.speaker ?? 'Ilse Marrow',
      kind: parts.kind ?? 'named',
      ...(parts.role && { role: parts.role }),
    },
    chain,
    modality: 'asserts',
    about: parts.about === undefined ? '2031-05-22' : parts.about,
    bearsOn: parts.bearsOn ?? [{ question, position: 'yes' }],
    source: {
      id: asArticleId(`article-${id}`),
      url: `https://courier.example/${id}`,
      publisher: chain.at(-1) ?? '',
      title: 'Premier’s phones meet every rule, office says',
      published: '2031-05-23',
      leader: 'the premier',
    },
  }
}

export const opposing: RelatedClaim = {
  claim: makeClaim('no', {
    statement: 'The premier turned down a monthly exchange of handsets as a nuisance.',
    speaker: 'two senior aides',
    kind: 'anonymous',
    chain: ['Harbour Wire', 'Northern Post'],
    bearsOn: [{ question, position: 'no' }],
    about: '2031-05',
  }),
  position: 'no',
  relation: 'disputes',
  isSameSpeaker: false,
  against: asClaimId('here'),
  reasons: [],
  repeats: [],
}

export const agreeing: RelatedClaim = {
  claim: makeClaim('yes', {
    statement: 'Phones that can place calls are swapped as routine support work.',
    speaker: 'Office of the Premier',
    kind: 'institution',
    chain: ['Tidewater Daily'],
    about: null,
  }),
  position: 'yes',
  relation: 'agrees',
  isSameSpeaker: false,
  against: asClaimId('here'),
  reasons: [],
  repeats: [],
}

export const makeMark = (parts: Partial<MarkedBy> = {}): MarkedBy => ({
  relation: 'disputes',
  isSameSpeaker: false,
  question,
  sources: 2,
  strongestOpposing: opposing,
  strongestAgreeing: agreeing,
  ...parts,
})

export const makeHere = (markedBy: MarkedBy | null): ClaimHere => ({
  claim: makeClaim('here', { role: 'head of the premier’s office' }),
  span: { start: 10, end: 40 },
  sentence: { start: 0, end: 60 },
  text: 'Two phones were handed to the premier in spring.',
  notPlaced: null,
  markedBy,
})
