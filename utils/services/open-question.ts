import { type Pair, standAlone } from '../matching/compare-claims'
import { type Facets, filterStances, readFacets } from '../matching/filter-stances'
import { createFold } from '../matching/fold-name'
import { groupBySourceInSteps } from '../matching/group-by-source'
import { toClaimsOnFile } from '../matching/make-reader-claim'
import { makeStance, type Stance } from '../matching/make-stance'
import { makeTimelineInSteps } from '../matching/make-timeline'
import type { ClaimId, DossierId, QuestionId } from '../model/ids'
import type { CorpusPort, ReaderClaimPort } from '../model/ports'
import type { FilteredTimeline, OpenedQuestion, TimelineFilter } from '../model/questions-on-file'
import type { ClaimOnFile } from '../model/reading'
import { fail, type Result, succeed } from '../model/result'
import type { StopSignal } from '../model/sentence-reading'
import { createTurns, doInTurns, type Turns } from './take-turns'

interface Options {
  turns: Turns
  /** Told as claims are read: how many, of how many, and on which question. */
  onRead?: (read: number, of: number, question: string) => void
  signal?: StopSignal
}

/**
 * A question with every claim on file, those of the reader too, read portion by portion and held in memory: some ten
 * thousand. What it says under a filter is then made without reading again. In turns with whatever else the page does.
 * Fails with not-found where there is no such question (any more), as cancelled where it was stopped.
 */
export async function openQuestion(
  { corpus, readerClaims }: { corpus: CorpusPort; readerClaims: ReaderClaimPort },
  id: QuestionId,
  dossier: DossierId,
  { turns, onRead = () => {}, signal }: Options,
): Promise<Result<OpenedQuestion>> {
  const cancelled = fail('cancelled', 'the question was left')
  const [questions, dossiers, sizes, own] = await Promise.all([
    corpus.listQuestions(dossier),
    corpus.listDossiers(),
    corpus.countClaimsOfQuestions(dossier),
    readerClaims.listOfQuestion(id, dossier),
  ])
  const question = questions.find(each => each.id === id)
  if (!question) return fail('not-found', `no question ${id} in dossier ${dossier}`)
  const fold = createFold()
  const stances: Stance[] = []
  const say = () => onRead(stances.length, (sizes.get(id) ?? 0) + own.length, question.text)
  say()
  const takeTurn = createTurns(turns, signal)
  for await (const some of corpus.walkClaims(dossier, id)) {
    for (const { claim } of some) stances.push(makeStance(claim, id, fold))
    say()
    if (!(await takeTurn())) return cancelled
  }
  for (const claim of toClaimsOnFile(own)) stances.push(makeStance(claim, id, fold))
  const held = await doInTurns(holdStances(stances, fold), takeTurn)
  if (!held) return cancelled
  const { years, find, filter } = held
  return succeed({
    question,
    dossier,
    title: dossiers.find(each => each.id === dossier)?.title ?? '',
    claims: stances.length,
    years,
    find,
    async filter(asked, stop) {
      const filtered = await doInTurns(filter(asked), createTurns(turns, stop))
      // Drawing it is a turn of its own.
      await turns.pause()
      return filtered ? succeed(filtered) : fail('cancelled', 'another filter was chosen')
    },
  })
}

interface Held extends Pick<OpenedQuestion, 'years' | 'find'> {
  filter: (filter: TimelineFilter) => Generator<void, FilteredTimeline, void>
}

/** Claims between two steps: a millisecond or two. */
const stepLength = 256

/** Everything that follows from the claims alone is made once; a filter only chooses among it. */
function* holdStances(
  stances: readonly Stance[],
  fold: (name: string) => string,
): Generator<void, Held, void> {
  const byId = new Map<ClaimId, ClaimOnFile>(stances.map(({ claim }) => [claim.id, claim]))
  yield
  const sourceOf = new Map<Stance, number>()
  for (const [source, group] of (yield* groupBySourceInSteps(stances)).entries())
    for (const stance of group) sourceOf.set(stance, source)
  const pairs: Pair[] = []
  const facets: Facets[] = []
  for (const [index, stance] of stances.entries()) {
    if (index % stepLength === 0) yield
    pairs.push(standAlone(stance, sourceOf.get(stance) ?? -1))
    facets.push(readFacets(stance, fold))
  }
  return {
    years: findYears(facets.flatMap(({ years }) => (years ? [years.from, years.to] : []))),
    find: claim => byId.get(claim),
    *filter(filter) {
      const { kept, options } = yield* filterStances(facets, filter)
      const left = kept.flatMap(index => pairs[index] ?? [])
      const outlets = new Set(left.map(({ onFile }) => onFile.outlet))
      const sources = new Set(left.map(({ source }) => source))
      yield
      return {
        points: yield* makeTimelineInSteps([], left),
        claims: left.map(({ onFile }) => onFile.claim.id),
        counts: { sources: sources.size, outlets: outlets.size },
        options,
        undated: kept.flatMap(index =>
          facets[index]?.years === null ? (stances[index]?.claim.id ?? []) : [],
        ),
      }
    },
  }
}

/** Years before the telephone or centuries ahead stand for "any time", as on the axis (components/timeline/time-axis). */
const isPlausible = (year: number): boolean => year >= 1876 && year < 2200

function findYears(years: readonly number[]): OpenedQuestion['years'] {
  const plausible = years.filter(isPlausible)
  if (plausible.length === 0) return null
  return {
    from: plausible.reduce((a, b) => Math.min(a, b)),
    to: plausible.reduce((a, b) => Math.max(a, b)),
  }
}
