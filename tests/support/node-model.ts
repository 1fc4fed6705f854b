import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ReadFile } from '../../utils/inference/load-files.ts'

// In two steps: the bundler of the dom tests would take a URL made at once for a file of its own to serve.
const here = import.meta.url
const publicFolder = new URL('../../public/', here)

/** Reads the model's files where the build takes them from, so that node can run the extension's own code on them. */
export const readModelFile: ReadFile = async path =>
  new Uint8Array(
    readFileSync(
      path === '/model/runtime.wasm'
        ? fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'))
        : new URL(`.${path}`, publicFolder),
    ),
  )
