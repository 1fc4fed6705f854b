import type { Dossier, Question, Spotting } from '../model/dossier'
import { settle } from '../model/failure-error'
import { asQuestionId } from '../model/ids'
import { limits } from '../model/limits'
import { isOwnDossier, type OwnDossierEntry, ownDossierId, type SavedDossier } from '../model/own-dossier'
import type { ClockPort, CorpusPort, ReaderClaimPort } from '../model/ports'
import { fail, type Result, succeed } from '../model/result'

interface Ports {
  corpus: CorpusPort
  readerClaims: ReaderClaimPort
  clock: ClockPort
}

/** The most of each that a form takes: a dossier's file may have more. */
const most = { questions: 200, terms: 200 } as const

/**
 * Makes a dossier of the reader's own, or its next version. Bad input names the part: a title or a question without words, no
 * question at all, too many, a question that goes while claims of the reader's answer it, a dossier that is not the reader's.
 * Not-found: a dossier or question that is there no more.
 */
export function saveOwnDossier(ports: Ports, entry: OwnDossierEntry): Promise<Result<SavedDossier>> {
  return settle(async () => {
    const fault = findFault(entry)
    if (fault) return fail('bad-input', fault)
    const before = entry.id === null ? null : await ports.corpus.loadDossier(entry.id)
    if (entry.id !== null && !before) return fail('not-found', `no dossier ${entry.id}`)
    const title = entry.title.trim()
    const known = new Set<string>(before?.questions.map(({ id }) => id))
    const lost = entry.questions.find(({ id }) => id !== null && !known.has(id))
    if (lost) return fail('not-found', `no question ${lost.id} in dossier ${entry.id}`)
    const questions = entry.questions.map(
      ({ id, text }): Question => ({
        id: id ?? asQuestionId(`own-${ports.clock.newId()}`),
        group: title.slice(0, limits.name),
        text: text.trim(),
      }),
    )
    const orphaned = before && (await findAnswered(ports, before, questions))
    if (orphaned) return fail('bad-input', `questions: claims of the reader's answer “${orphaned.text}”`)
    const spotting = makeSpotting(entry.terms)
    const dossier: Dossier = {
      format: 'dossier',
      version: (before?.version ?? 0) + 1,
      id: before?.id ?? ownDossierId(ports.clock.newId()),
      title,
      summary: before?.summary ?? '',
      ...(spotting && { spotting }),
      questions,
      articles: before?.articles ?? [],
      claims: before?.claims ?? [],
    }
    const saved = await ports.corpus.saveDossier(dossier)
    return saved.ok ? succeed({ dossier: dossier.id, title, questions }) : saved
  })
}

function findFault({ id, title, terms, questions }: OwnDossierEntry): string | null {
  if (id !== null && !isOwnDossier(id)) return 'id: is no dossier of the reader’s own'
  if (title.trim() === '') return 'title: must not be empty'
  if (title.length > limits.title) return `title: must have at most ${limits.title} characters`
  if (questions.length === 0) return 'questions: must have at least one'
  if (questions.length > most.questions) return `questions: must have at most ${most.questions}`
  if (terms.length > most.terms) return `terms: must have at most ${most.terms}`
  const long = [...terms, ...questions.map(({ text }) => text)].find(text => text.length > limits.name)
  if (long !== undefined) return `questions: must have at most ${limits.name} characters each`
  const empty = questions.findIndex(({ text }) => text.trim() === '')
  return empty < 0 ? null : `questions[${empty}].text: must not be empty`
}

/** A question that is to go, and that something on file answers. */
async function findAnswered(
  { readerClaims }: Ports,
  before: Dossier,
  after: readonly Question[],
): Promise<Question | undefined> {
  const kept = new Set(after.map(({ id }) => id))
  const own = (await readerClaims.listOfDossier(before.id)).map(({ question }) => question)
  const answered = new Set([
    ...own,
    ...before.claims.flatMap(({ bearsOn }) => bearsOn.map(each => each.question)),
  ])
  return before.questions.find(({ id }) => !kept.has(id) && answered.has(id))
}

/** Two different terms make an article one on the topic; where there is one term, that. Null without any. */
function makeSpotting(terms: readonly string[]): Spotting | null {
  const each = [...new Set(terms.map(term => term.trim().toLowerCase()).filter(Boolean))]
  if (each.length === 0) return null
  const groups = each.map((term, index) => ({ id: `term-${index + 1}`, terms: [term] }))
  return {
    groups,
    rules: groups.map(({ id }) => ({ all: [id], weight: 1 })),
    threshold: Math.min(2, each.length),
  }
}
