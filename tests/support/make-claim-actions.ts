import { vi } from 'vitest'
import type { ClaimActions } from '../../components/claims/claim-actions'
import type { ClaimProposal } from '../../utils/model/claim-entry'
import { asClaimId, asDossierId, asQuestionId } from '../../utils/model/ids'
import type { OwnDossierEntry, SavedDossier } from '../../utils/model/own-dossier'
import { succeed } from '../../utils/model/result'
import { makeReaderClaim } from './make-sentences-reading'

/** What a form for a claim begins with: said by the outlet, and no question is sure. */
export const makeProposal = (more: Partial<ClaimProposal> = {}): ClaimProposal => ({
  words: 'The handset is exchanged every thirty days, an aide said.',
  entry: {
    statement: 'The handset is exchanged every thirty days, an aide said.',
    speaker: null,
    chain: ['Tarn Courier'],
    about: '2018-05',
    subject: 'Oda Lindqvar',
    position: null,
  },
  asked: null,
  offered: ['rotation', 'second-handset'].map(id => ({
    dossier: asDossierId('handsets'),
    topic: 'The security of the president’s handset',
    question: { id: asQuestionId(id), group: 'Habits', text: `Is it so: ${id}?` },
  })),
  outlet: 'Tarn Courier',
  address: 'https://www.tarn-courier.example/handset',
  seenMs: null,
  ...more,
})

/** What is given back for a dossier of the reader's own. */
const saveOwn = ({ title, questions }: OwnDossierEntry): SavedDossier => ({
  dossier: asDossierId('own-1'),
  title,
  questions: questions.map(({ id, text }, index) => ({
    id: id ?? asQuestionId(`own-${index}`),
    group: title,
    text,
  })),
})

/** Actions of claims that all succeed and remember what they were asked. */
export const makeClaimActions = () => ({
  proposeClaim: vi.fn<ClaimActions['proposeClaim']>(async () => succeed(makeProposal())),
  makeClaim: vi.fn<ClaimActions['makeClaim']>(async () =>
    succeed({ claim: asClaimId('reader:made'), before: null }),
  ),
  deleteClaims: vi.fn<ClaimActions['deleteClaims']>(async () => succeed([makeReaderClaim()])),
  restoreClaims: vi.fn<ClaimActions['restoreClaims']>(async () => succeed(undefined)),
  remarkClaim: vi.fn<ClaimActions['remarkClaim']>(async () => succeed({ before: null })),
  listDrafts: vi.fn<ClaimActions['listDrafts']>(async () => succeed([])),
  keepDrafts: vi.fn<ClaimActions['keepDrafts']>(async () => succeed(undefined)),
  saveOwnDossier: vi.fn<ClaimActions['saveOwnDossier']>(async entry => succeed(saveOwn(entry))),
})
