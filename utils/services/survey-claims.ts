import { createFold } from '../matching/fold-name'
import { groupBy } from '../matching/group-by'
import { groupBySourceInSteps } from '../matching/group-by-source'
import { toClaimOnFile } from '../matching/make-reader-claim'
import { makeStance } from '../matching/make-stance'
import type { Position } from '../model/dossier'
import type { ClaimId, DossierId } from '../model/ids'
import type { ClaimPlace, CorpusPort, ReaderClaimPort } from '../model/ports'
import type { OutletRow, SpeakerQuestion, Survey } from '../model/questions-on-file'
import type { ClaimOnFile } from '../model/reading'
import { fail, type Result, succeed } from '../model/result'
import type { StopSignal } from '../model/sentence-reading'
import { listOutlets, listSpeakers, listSubjects } from './survey-lists'
import type { Asked, Surveyed } from './surveyed'
import { createTurns, doInTurns, type Turns } from './take-turns'
import { tellStory } from './tell-story'

/** Some 40 MB; what is more is said not to have been looked at. */
const mostClaims = 200_000

interface Options {
  turns: Turns
  onRead?: (read: number, of: number) => void
  signal?: StopSignal
}

/**
 * Goes through the claims of all dossiers once, the reader's too, and keeps what tells speakers and outlets apart. What is
 * shown of a speaker or an outlet is then loaded whole. In turns with whatever else the page does. Fails as cancelled
 * where it was stopped.
 */
export async function surveyClaims(
  { corpus, readerClaims }: { corpus: CorpusPort; readerClaims: ReaderClaimPort },
  { turns, onRead = () => {}, signal }: Options,
): Promise<Result<Survey>> {
  const fold = createFold()
  const surveyed: Surveyed[] = []
  const own = new Map<ClaimId, ClaimOnFile>()
  const dossiers = await corpus.listDossiers()
  const inAll = dossiers.reduce((sum, { claimCount }) => sum + claimCount, 0)
  const asked = new Map<string, Asked>()
  const add = (claim: ClaimOnFile, dossier: DossierId, place: ClaimPlace | null) => {
    for (const { question } of claim.bearsOn) {
      const on = asked.get(`${dossier} ${question}`)
      if (on) surveyed.push(slim(claim, on, place, fold))
    }
  }
  const takeTurn = createTurns(turns, signal)
  const cancelled = fail('cancelled', 'the view was left')
  let read = 0
  for (const { id } of dossiers) {
    for (const question of await corpus.listQuestions(id))
      asked.set(`${id} ${question.id}`, { dossier: id, question })
    if (read >= mostClaims) continue
    for await (const some of corpus.walkClaims(id)) {
      for (const { claim, place } of some) add(claim, id, place)
      if (!(await takeTurn())) return cancelled
      read += some.length
      onRead(read, Math.min(inAll, mostClaims))
      if (read >= mostClaims) break
    }
  }
  for (const claim of await readerClaims.listAll()) {
    if (claim.isRejected) continue
    const onFile = toClaimOnFile(claim)
    own.set(claim.id, onFile)
    add(onFile, claim.dossier, null)
  }
  const lists = await doInTurns(makeLists(surveyed), takeTurn)
  if (!lists) return cancelled
  const counts = { claims: read + own.size, left: inAll - read }
  return succeed({ ...counts, ...lists, ...holdSurvey(surveyed, loadFrom(corpus, own), turns) })
}

type Load = (some: readonly Surveyed[]) => Promise<Map<Surveyed, ClaimOnFile>>

/** Claims as they stand on file now; one that is gone since is left out. */
const loadFrom =
  (corpus: CorpusPort, own: ReadonlyMap<ClaimId, ClaimOnFile>): Load =>
  async some => {
    const loaded = await corpus.loadClaims([...new Set(some.flatMap(({ place }) => place ?? []))])
    return new Map(
      some.flatMap(each => {
        const claim = each.place === null ? own.get(each.claim.id) : loaded.get(each.place)
        return claim ? [[each, claim] as const] : []
      }),
    )
  }

function slim(
  claim: ClaimOnFile,
  asked: Asked,
  place: ClaimPlace | null,
  fold: (name: string) => string,
): Surveyed {
  const { position, subject, speaker, origin, credit, publishedMs, outlet } = makeStance(
    claim,
    asked.question.id,
    fold,
  )
  const { kind, name } = claim.speaker
  return {
    asked,
    place,
    position: position ?? 'unknown',
    subject,
    speaker,
    origin,
    credit,
    publishedMs,
    outlet,
    claim: { id: claim.id, source: { id: claim.source.id }, speaker: { kind } },
    names: { speaker: name, outlet: claim.source.publisher, subject: claim.subject ?? claim.source.leader },
  }
}

function* makeLists(
  surveyed: readonly Surveyed[],
): Generator<void, Pick<Survey, 'speakers' | 'outlets' | 'subjects'>, void> {
  return {
    speakers: yield* listSpeakers(surveyed),
    outlets: yield* listOutlets(surveyed),
    subjects: yield* listSubjects(surveyed),
  }
}

function holdSurvey(
  surveyed: readonly Surveyed[],
  load: Load,
  turns: Turns,
): Pick<Survey, 'openSpeaker' | 'compareOutlets' | 'openCell'> {
  const byQuestion = groupBy(surveyed, ({ asked }) => asked)
  const byOutlet = new Map(
    [...groupBy(surveyed, ({ outlet }) => outlet)].map(([outlet, some]) => [
      outlet,
      groupBy(some, ({ asked }) => asked),
    ]),
  )
  const cellOf = (outlet: string, asked: Asked, subject: string | null): Surveyed[] =>
    (byOutlet.get(outlet)?.get(asked) ?? []).filter(each => subject === null || subject === each.subject)
  /** Sources are of a question, whichever outlets are looked at. */
  function* findSources(asked: Asked): Generator<void, void, void> {
    const all = byQuestion.get(asked) ?? []
    if (all[0]?.source !== undefined) return
    for (const [number, group] of (yield* groupBySourceInSteps(all)).entries())
      for (const each of group) each.source = number
  }
  function* compare(outlets: readonly string[], subject: string | null): Generator<void, OutletRow[], void> {
    const rows: OutletRow[] = []
    for (const asked of byQuestion.keys()) {
      yield
      const all = outlets.map(outlet => cellOf(outlet, asked, subject))
      if (all.every(({ length }) => length === 0)) continue
      yield* findSources(asked)
      rows.push({ ...asked, cells: all.map(countSourcesOf), isDifferent: areDifferent(all) })
    }
    return rows.sort((a, b) => Number(b.isDifferent) - Number(a.isDifferent) || sumOf(b) - sumOf(a))
  }
  return {
    async openSpeaker(key) {
      const some = surveyed.filter(({ speaker }) => speaker === key)
      const loaded = await load(some)
      const takeTurn = createTurns(turns)
      const told: SpeakerQuestion[] = []
      for (const [asked, all] of groupBy(some, each => each.asked)) {
        await takeTurn()
        const claims = all.flatMap(each => loaded.get(each) ?? [])
        if (claims.length > 0) told.push({ ...asked, ...tellStory(asked.question.id, claims) })
      }
      return told.sort((a, b) => b.changes - a.changes || b.statements.length - a.statements.length)
    },
    async compareOutlets(outlets, subject, stop) {
      const rows = await doInTurns(compare(outlets, subject), createTurns(turns, stop))
      return rows ? succeed(rows) : fail('cancelled', 'other outlets were chosen')
    },
    async openCell(outlet, { dossier, question }, subject) {
      const asked = [...byQuestion.keys()].find(
        each => each.dossier === dossier && each.question.id === question.id,
      )
      return asked ? [...(await load(cellOf(outlet, asked, subject))).values()] : []
    },
  }
}

const sumOf = ({ cells }: OutletRow): number =>
  cells.reduce((sum, cell) => sum + cell.yes + cell.no + cell.partly + cell.unknown, 0)

function countSourcesOf(some: readonly Surveyed[]): Record<Position, number> {
  const count = (position: Position): number =>
    new Set(some.flatMap(each => (each.position === position ? (each.source ?? []) : []))).size
  return { yes: count('yes'), no: count('no'), partly: count('partly'), unknown: count('unknown') }
}

/** Whether about one subject one of them has a yes and no no, and another a no and no yes. */
function areDifferent(cells: readonly (readonly Surveyed[])[]): boolean {
  const sides = new Map<string, Set<string>>()
  for (const cell of cells) {
    for (const [subject, some] of groupBy(cell, each => each.subject)) {
      const has = (position: Position) => some.some(each => each.position === position)
      if (has('yes') === has('no')) continue
      const side = sides.get(subject) ?? new Set()
      sides.set(subject, side.add(has('yes') ? 'yes' : 'no'))
    }
  }
  return [...sides.values()].some(side => side.size > 1)
}
