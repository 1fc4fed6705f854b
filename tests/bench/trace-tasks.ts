import type { Page } from 'puppeteer-core'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** µs. */
  ts: number
  dur?: number
  id?: string
  args: {
    data?: {
      startTime?: number
      url?: string
      processId?: number
      timeDeltas?: number[]
      cpuProfile?: {
        nodes?: { id: number; parent?: number; callFrame: { url?: string; functionName: string } }[]
        samples?: number[]
      }
    }
  }
}

/** One task of a page's main thread in which scripts of the extension ran. */
export interface Task {
  /** How long all of it took, and what of that was in our scripts or called by them, ms. */
  wholeMs: number
  oursMs: number
  /** The functions that took longest, for whoever looks for the reason. */
  functions: string[]
}

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'disabled-by-default-v8.cpu_profiler',
]

/**
 * The tasks of the own thread of the page at `address`, which `act` opens. Whose time it is is told by V8's samples: what was taken with a
 * function of the extension on the stack is ours, with the layout that it made the browser do.
 */
export async function traceTasks(page: Page, address: string, act: () => Promise<void>): Promise<Task[]> {
  await page.tracing.start({ categories })
  await act()
  const buffer = await page.tracing.stop()
  const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as { traceEvents: TraceEvent[] }
  // The sidebar's frame and the background have processes of their own.
  const process = traceEvents.findLast(
    ({ name, args }) => name === 'FrameCommittedInBrowser' && args.data?.url === address,
  )?.args.data?.processId
  if (process === undefined) throw new Error(`not in the trace: ${address}`)
  const samples = readSamples(traceEvents).filter(({ pid }) => pid === process)
  const tasks = traceEvents.filter(
    ({ name, ph, dur, pid }) => pid === process && name === 'RunTask' && ph === 'X' && dur,
  )
  return tasks
    .flatMap(({ tid, ts, dur = 0 }) => {
      const inside = samples.filter(
        sample => sample.tid === tid && sample.atUs >= ts && sample.atUs <= ts + dur,
      )
      if (inside.length === 0) return []
      const byFunction = new Map<string, number>()
      for (const { name, lastedUs } of inside) byFunction.set(name, (byFunction.get(name) ?? 0) + lastedUs)
      const functions = [...byFunction].sort(([, a], [, b]) => b - a).slice(0, 4)
      return [
        {
          wholeMs: dur / 1_000,
          oursMs: inside.reduce((sum, { lastedUs }) => sum + lastedUs, 0) / 1_000,
          functions: functions.map(([name, us]) => `${name} ${Math.round(us / 100) / 10}`),
        },
      ]
    })
    .sort((a, b) => b.oursMs - a.oursMs)
}

interface Sample {
  pid: number
  tid: number
  atUs: number
  lastedUs: number
  name: string
}

/** The samples with a function of the extension on the stack. */
function readSamples(events: readonly TraceEvent[]): Sample[] {
  const threads = new Map<
    string,
    { tid: number; atUs: number; nodes: Map<number, { name: string; isOurs: boolean }> }
  >()
  const samples: Sample[] = []
  for (const { name, pid, tid, id, args } of events) {
    const key = `${pid} ${id}`
    if (name === 'Profile') threads.set(key, { tid, atUs: args.data?.startTime ?? 0, nodes: new Map() })
    const thread = threads.get(key)
    if (name !== 'ProfileChunk' || !thread) continue
    for (const node of args.data?.cpuProfile?.nodes ?? []) {
      const parent = node.parent === undefined ? undefined : thread.nodes.get(node.parent)
      const isOurs = Boolean(parent?.isOurs) || /^chrome-extension:/.test(node.callFrame.url ?? '')
      thread.nodes.set(node.id, { name: node.callFrame.functionName, isOurs })
    }
    const deltas = args.data?.timeDeltas ?? []
    ;(args.data?.cpuProfile?.samples ?? []).forEach((sample, index) => {
      const node = thread.nodes.get(sample)
      const lastedUs = deltas[index + 1] ?? 0
      thread.atUs += deltas[index] ?? 0
      if (node?.isOurs) samples.push({ pid, tid: thread.tid, atUs: thread.atUs, lastedUs, name: node.name })
    })
  }
  return samples
}
