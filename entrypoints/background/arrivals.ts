import { askLibrary } from '../../utils/messaging/ask'
import {
  type Arrival,
  type ArrivalId,
  hasEnded,
  type KeptArrival,
  type KeptStage,
  type RunningStage,
} from '../../utils/model/arrival'
import type { FileImport } from '../../utils/model/backup'
import { toFailure } from '../../utils/model/failure-error'
import { fail, type Result, succeed } from '../../utils/model/result'
import { logFailure } from '../../utils/platform/log'
import { settingsStore } from '../../utils/platform/settings-store'
import { makePreparedDossier, takeHeld } from '../../utils/services/prepare-dossier'
import { announceFile } from './announce'
import { fillAfter, fillVectors } from './fill-vectors'
import { keepAwake } from './keep-awake'
import { readArrival } from './read-arrival'
import type { Stores } from './stores'

/** How seldom pages are told how far a file is: each step would be a message. */
const newsEveryMs = 100

export type Arrivals = ReturnType<typeof createArrivals>

/**
 * Files on their way in, one after the other: each is read and prepared, waits for the reader's word, and is taken in. Where
 * it stands is kept, so that a background that was stopped begins at the same step again; what is on file changes in the one
 * step at the end.
 */
export function createArrivals(stores: Stores) {
  const { arrivals, corpus } = stores
  const ports = { ...stores, settings: settingsStore }
  const running = new Map<ArrivalId, RunningStage | KeptStage>()
  let current: { id: ArrivalId; stop: () => void } | null = null
  let isAskedAgain = false
  let working: Promise<void> | null = null
  /** What a background before this one left. */
  let isTidy = false

  const list = async (): Promise<Arrival[]> =>
    (await arrivals.list()).map(({ held: _, ...arrival }) => ({
      ...arrival,
      stage: running.get(arrival.id) ?? arrival.stage,
    }))

  let isTelling = false
  let isNews = false
  /** Tells all open pages where the files are. */
  async function tellNow(): Promise<void> {
    isTelling = true
    while (isNews) {
      isNews = false
      await askLibrary('arrivals/changed', { arrivals: await list() })
      await new Promise(resolve => setTimeout(resolve, newsEveryMs))
    }
  }
  function tell(): void {
    isNews = true
    if (isTelling) return
    tellNow()
      .catch(error => logFailure('files', String(error)))
      .finally(() => {
        isTelling = false
      })
  }

  function show(id: ArrivalId, stage: RunningStage | KeptStage | null): void {
    if (stage) running.set(id, stage)
    else running.delete(id)
    tell()
  }

  async function save(id: ArrivalId, stage: KeptStage, held: KeptArrival['held'] = null): Promise<void> {
    const isRead = held !== null || hasEnded({ stage })
    const saved = await arrivals.save({ id, stage, held }, isRead)
    // On a full disk even that may fail: what came of it is shown as long as this background lives.
    show(id, saved.ok ? null : stage)
  }

  /** Drops what is prepared for no file, and what was staged. */
  async function tidy(): Promise<void> {
    await corpus.keepHeld((await arrivals.list()).flatMap(({ held }) => held ?? []))
    corpus.sweep().catch(error => logFailure('sweep', String(error)))
  }

  async function read(id: ArrivalId): Promise<void> {
    show(id, { is: 'reading', progress: { phase: 'reading', share: 0, articles: 0, claims: 0 } })
    const content = await arrivals.loadContent(id)
    if (!content) return save(id, { is: 'refused', failure: fail('not-found', 'no content').failure })
    const { read: reading, stop } = readArrival(ports, content, progress =>
      show(id, { is: 'reading', progress }),
    )
    let isStopped = false
    current = {
      id,
      stop() {
        isStopped = true
        stop()
      },
    }
    const prepared = await reading
    current = null
    if (isStopped) await save(id, { is: 'stopped' })
    else if (!prepared.ok) await save(id, { is: 'refused', failure: prepared.failure })
    else {
      const { preview, held } = prepared.value
      await save(id, { is: 'ready', preview, isAnew: false }, held)
    }
    await tidy()
  }

  async function take({ id, stage, held }: KeptArrival): Promise<void> {
    if (stage.is !== 'wanted') return
    show(id, stage)
    const { preview } = stage
    const isDossier = held !== null && preview.format === 'dossier'
    const taken = isDossier ? await takeHeld(ports, held, preview) : await readAndTake(id)
    if (isDossier && !taken.ok && taken.failure.kind === 'conflict') {
      const prepared = await corpus.compareHeld(held)
      if (prepared.ok) {
        const { preview: anew } = await makePreparedDossier(ports, prepared.value)
        return save(id, { is: 'ready', preview: anew, isAnew: true }, held)
      }
      await save(id, { is: 'refused', failure: prepared.failure })
    } else if (!taken.ok) await save(id, { is: 'refused', failure: taken.failure })
    else {
      await save(id, { is: 'in', outcome: taken.value })
      await follow(id, taken.value)
    }
    await tidy()
  }

  /** What was shown was not kept in memory, and the reader's own may have changed since: it is read again. */
  async function readAndTake(id: ArrivalId): Promise<Result<FileImport>> {
    const content = await arrivals.loadContent(id)
    if (!content) return fail('not-found', 'no content')
    const prepared = await readArrival(ports, content, () => {}).read
    return prepared.ok ? prepared.value.take() : prepared
  }

  /** It is on file: all who should hear of it do, and its claims are read for comparison while the next file may come. */
  async function follow(id: ArrivalId, outcome: FileImport): Promise<void> {
    // Where that fails the gate is told at the next change.
    await announceFile(stores, outcome).catch(error => logFailure('file', String(error)))
    if (outcome.format !== 'dossier' || !(await settingsStore.load()).isModelOn) return
    keepAwake(() =>
      fillVectors(stores, (done, of) => show(id, { is: 'in', outcome, comparing: { done, of } })),
    ).then(() => show(id, null))
  }

  /** The first that has not ended; nothing while it waits for the reader's word. */
  async function step(): Promise<boolean> {
    const all = await arrivals.list()
    // Most backgrounds begin without any file, and have nothing to put in order for it.
    if (all.length === 0) return false
    if (!isTidy) await tidy()
    isTidy = true
    const next = all.find(arrival => !hasEnded(arrival))
    if (!next || next.stage.is === 'ready') return false
    try {
      await (next.stage.is === 'wanted' ? take(next) : read(next.id))
    } catch (error) {
      logFailure('file', String(error))
      await save(next.id, { is: 'refused', failure: toFailure(error) })
    }
    return true
  }

  /** Goes on with what there is to do; others may ask again at any time. */
  function work(): Promise<void> {
    isAskedAgain = true
    working ??= keepAwake(async () => {
      while (isAskedAgain) {
        isAskedAgain = false
        while (await step());
      }
    })
      .catch(error => logFailure('files', String(error)))
      .finally(() => {
        working = null
      })
    fillAfter(working)
    return working
  }

  const find = async (id: ArrivalId): Promise<KeptArrival | null> =>
    (await arrivals.list()).find(arrival => arrival.id === id) ?? null

  async function drop(id: ArrivalId): Promise<Result<void>> {
    running.delete(id)
    const deleted = await arrivals.delete(id)
    await tidy()
    tell()
    return deleted
  }

  return {
    list,
    /** Goes on where the background before this one was stopped. */
    resume: (): Promise<void> => work(),
    async begin(ids: readonly ArrivalId[]): Promise<Result<void>> {
      const known = new Set((await arrivals.list()).map(({ id }) => id))
      if (!ids.every(id => known.has(id))) return fail('not-found', 'a file that was not put there')
      tell()
      work()
      return succeed(undefined)
    },
    /** The reader's word on one that is ready: taken in, or left and forgotten. */
    async answer(id: ArrivalId, isWanted: boolean): Promise<Result<void>> {
      const arrival = await find(id)
      if (arrival?.stage.is !== 'ready') return fail('not-found', 'no file waits for that')
      const { preview } = arrival.stage
      const done = isWanted
        ? await arrivals.save({ id, stage: { is: 'wanted', preview }, held: arrival.held }, false)
        : await drop(id)
      if (done.ok) {
        tell()
        work()
      }
      return done
    },
    async stop(id: ArrivalId): Promise<Result<void>> {
      if (current?.id === id) current.stop()
      else if ((await find(id))?.stage.is === 'waiting') await save(id, { is: 'stopped' })
      return succeed(undefined)
    },
    /** Forgets one that has ended. */
    async dismiss(id: ArrivalId): Promise<Result<void>> {
      const arrival = await find(id)
      return arrival && hasEnded(arrival) ? drop(id) : succeed(undefined)
    },
  }
}
