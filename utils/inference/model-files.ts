/** A file of the extension's own package, and what its bytes must be. */
export interface ModelFile {
  path: `/model/${string}`
  bytes: number
  /** SHA-256 in hex digits. */
  sha256: string
}

/** What the reading model is made of. `model/SHA256SUMS` says the same; tests/house compares both with the files. */
export const modelFiles = {
  /** WebAssembly of onnxruntime-web, put into the package by the build. */
  runtime: {
    path: '/model/runtime.wasm',
    bytes: 14_239_897,
    sha256: '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
  },
  reader: {
    path: '/model/reader.onnx',
    bytes: 23_274_873,
    sha256: '6eb85a681d661fa162312561b813b5f49a91cbb016d821a63cbc41490abe0ccf',
  },
  tokenizer: {
    path: '/model/tokenizer.json',
    bytes: 711_648,
    sha256: '5f218e0ea9eaa9f154815cc067351fb941bea26da81bfd12af3ded3cc66fa3ff',
  },
} as const satisfies Record<string, ModelFile>

/** Changes with whatever makes the vectors of a sentence other ones: the model, or how it is split into pieces. */
export const modelVersion = `${modelFiles.reader.sha256.slice(0, 8)}-${modelFiles.tokenizer.sha256.slice(0, 8)}`
