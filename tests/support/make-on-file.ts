import type { OnFile } from '../../utils/model/on-file'
import { disclosure, dossier, rotation } from './make-reading'

/** What is on file about some words: two questions, one with more claims than stand open. */
export const makeOnFile = (more: Partial<OnFile> = {}): OnFile => ({
  words: 'Every month a technician comes with a fresh handset.',
  by: 'model',
  modelUse: { is: 'done' },
  cut: null,
  dossiers: 1,
  questions: [rotation, disclosure].map(({ question, related }) => ({
    dossier,
    question,
    related: related.slice(0, 5).map(each => ({
      ...each,
      relation: 'related',
      against: null,
      isSameSpeaker: false,
      reasons: [{ rule: 'reads_alike', values: [] }],
    })),
  })),
  ...more,
})
