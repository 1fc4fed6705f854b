/** Who waits for a file to be written. */
export interface SaveWatch {
  /** Told now and then, in UTF-16 units or bytes. */
  onProgress: (written: number) => void
  signal: AbortSignal
}
