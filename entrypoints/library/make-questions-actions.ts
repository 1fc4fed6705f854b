import type {
  QuestionsActions,
  Reading,
  ShownClaims,
} from '../../components/library/questions/questions-actions'
import { settle } from '../../utils/model/failure-error'
import { type Result, succeed } from '../../utils/model/result'
import type { StopSignal } from '../../utils/model/sentence-reading'
import { saveAsFile } from '../../utils/platform/save-as-file'
import { listQuestions } from '../../utils/services/list-questions'
import { openQuestion } from '../../utils/services/open-question'
import { surveyClaims } from '../../utils/services/survey-claims'
import { drawPng } from './draw-png'
import { saveSelection } from './make-dossiers-actions'
import { makeExports } from './make-exports'
import type { LibraryStores } from './make-stores'
import { turns } from './turns'

/** What the library does with questions: all of it reads. */
export function makeQuestionsActions(stores: LibraryStores): QuestionsActions {
  return {
    list: () => settle(async () => succeed(await listQuestions(stores))),
    open: (question, dossier, onRead) =>
      begin(signal => openQuestion(stores, question, dossier, { turns, onRead, signal })),
    survey: onRead => begin(signal => surveyClaims(stores, { turns, onRead, signal })),
    saveSvg: (name, svg) => saveAsFile(name, [svg], 'image/svg+xml'),
    async savePng(name, svg, size) {
      const drawn = await drawPng(svg, size)
      if (drawn) saveAsFile(name, [drawn], 'image/png')
      return drawn !== null
    },
    exportFormats: [
      ...makeExports(stores, 'sidelight-claims', ({ claims }: ShownClaims) => ({ claims })),
      {
        id: 'dossier',
        label: 'library_exportDossier',
        save: ({ dossier, question, claims }, watch) =>
          saveSelection(
            stores,
            {
              title: question.text,
              compiledBy: '',
              questions: [{ dossier, question: question.id }],
              from: { dossiers: true, reader: true },
              claims: new Set(claims.map(({ id }) => id)),
            },
            watch,
          ),
      },
    ],
    nowMs: () => Date.now(),
  }
}

function begin<T>(read: (signal: StopSignal) => Promise<Result<T>>): Reading<T> {
  const stopping = new AbortController()
  return { done: settle(() => read(stopping.signal)), stop: () => stopping.abort() }
}
