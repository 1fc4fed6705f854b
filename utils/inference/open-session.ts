import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import { fail, type Result, succeed } from '../model/result'
import type { RawOutputs } from './read-outputs'

/** A model that stands ready. */
export interface Session {
  /** Reads one sentence: the ids of its pieces. Throws what the runtime throws: memory that ran out, say. */
  run(ids: readonly number[]): Promise<RawOutputs>
  release(): Promise<void>
}

/**
 * Starts the runtime, once in a worker's life, and opens the model in it. One thread: more need a page of a kind that
 * an extension's background is not. `runtime` is empty afterwards. Fails where there is no WebAssembly with SIMD, or too little memory.
 */
export async function openSession(
  runtime: Uint8Array<ArrayBuffer>,
  model: Uint8Array,
): Promise<Result<Session>> {
  // Asks the runtime to fetch nothing: what it runs is handed in.
  env.wasm.wasmBinary = runtime
  env.wasm.numThreads = 1
  env.wasm.proxy = false
  env.logLevel = 'error'
  try {
    const session = await InferenceSession.create(model, { executionProviders: ['wasm'] })
    return succeed({ run: ids => run(session, ids), release: () => session.release() })
  } catch (error) {
    return fail('model-refused', error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  } finally {
    // It was compiled by now, and the glue would hold its bytes for as long as the worker lives: 14 MB.
    delete env.wasm.wasmBinary
    runtime.buffer.transfer(0)
  }
}

async function run(session: InferenceSession, ids: readonly number[]): Promise<RawOutputs> {
  const shape = [1, ids.length]
  const output = await session.run({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
  })
  const numbers = (name: keyof RawOutputs): Float32Array => {
    const data = output[name]?.data
    return data instanceof Float32Array ? data : new Float32Array()
  }
  return {
    vector: numbers('vector'),
    questions: numbers('questions'),
    positions: numbers('positions'),
    tags: numbers('tags'),
  }
}
