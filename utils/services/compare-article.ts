import { bearsOn } from '../matching/bears-on'
import { type Comparison, compareClaims } from '../matching/compare-claims'
import { toClaimsOnFile } from '../matching/make-reader-claim'
import { subjectOf } from '../matching/make-stance'
import { summarizeQuestion } from '../matching/summarize-question'
import type { DossierInfo } from '../model/dossier'
import type { DossierId } from '../model/ids'
import type { InQuestion } from '../model/ports'
import type { ClaimOnFile, PlacedClaim, QuestionReading, QuestionSummary } from '../model/reading'
import { listOnQuestion } from './list-on-question'
import type { RecognizePorts as Ports } from './recognize-page'

/** A question of the article's, compared; with its dossier where that is not the one the article is compared with. */
export interface ComparedQuestion {
  comparison: Comparison
  sample: QuestionReading['sample'] | null
  dossier?: DossierId
}

/** Every question of a dossier that the article's claims bear on, against what is on file. Other claims are background. */
export async function compareAll(
  ports: Ports,
  dossier: DossierId,
  placed: PlacedClaim[],
): Promise<ComparedQuestion[]> {
  const { corpus } = ports
  const asked = new Set(placed.flatMap(({ claim }) => claim.bearsOn.map(answer => answer.question)))
  if (asked.size === 0) return []
  const [questions, verdicts, summaries] = await Promise.all([
    corpus.listQuestions(dossier),
    corpus.listPairVerdicts(),
    corpus.listQuestionSummaries(dossier),
  ])
  return Promise.all(
    questions
      .filter(({ id }) => asked.has(id))
      .map(async question => {
        const here = placed.map(({ claim }) => claim).filter(claim => bearsOn(claim, question.id))
        const near = inQuestion(here)
        const { claims, sample } = await listOnQuestion(ports, question.id, dossier, near, summaries)
        return { comparison: compareClaims(question, here, claims, verdicts), sample }
      }),
  )
}

/** What is in question: the first time that a claim here is about, or is published at, and whom they are about. */
const inQuestion = (here: readonly ClaimOnFile[]): InQuestion => ({
  time:
    here
      .map(({ about, source }) => about ?? source.published)
      .filter(time => time !== '')
      .toSorted()[0] ?? null,
  subjects: [...new Set(here.map(subjectOf))],
})

/**
 * The dossier's questions with what is on file, those with a yes and a no first, then by number of sources. Of a question
 * that only claims of the reader's answer these are counted.
 */
export async function listOnFile(
  { corpus, readerClaims }: Ports,
  dossier: DossierInfo,
): Promise<QuestionSummary[]> {
  const filed = await corpus.listQuestionSummaries(dossier.id)
  const known = new Set(filed.map(({ question }) => question.id))
  const own = toClaimsOnFile((await readerClaims?.listOfDossier(dossier.id)) ?? [])
  const asked = own.length > 0 ? await corpus.listQuestions(dossier.id) : []
  const said = asked
    .filter(({ id }) => !known.has(id))
    .flatMap(question => {
      const summary = summarizeQuestion(
        question,
        own.filter(claim => bearsOn(claim, question.id)),
      )
      return summary ? [summary] : []
    })
  return [...filed, ...said].toSorted(
    (a, b) =>
      Number(b.yes > 0 && b.no > 0) - Number(a.yes > 0 && a.no > 0) ||
      b.counts.sources - a.counts.sources ||
      (a.question.id < b.question.id ? -1 : 1),
  )
}
