/**
 * Failure is data: what can go wrong at run time is returned, and its kind comes from this closed list.
 * An exception means a programmer's mistake.
 */
export type FailureKind =
  | 'bad-input' // a file or a message is not what it should be; `detail` names the path of the fault
  | 'not-found'
  | 'not-allowed' // the browser or the reader lets us not
  | 'conflict' // what was to be changed is other than it was when that was begun
  | 'storage-full'
  | 'storage-failed'
  | 'too-large' // more than can be handed over in this way
  | 'busy' // another file is being taken in
  | 'cancelled' // the reader said so, or left
  | 'page-gone' // the tab was closed or went to another page
  | 'worker-lost' // the background did not answer, twice: it may be starting, or stuck
  | 'extension-gone' // the extension was reloaded or removed under an open page
  | 'model-damaged' // a file of the reading model is missing, cut or altered; `detail` names it
  | 'model-refused' // the reading model cannot run here: no WebAssembly, too little memory
  | 'stopped' // whoever asked said that nobody waits any more
  | 'unexpected'

export interface Failure {
  kind: FailureKind
  /** For a developer or a bug report, in English; what the reader sees is made from `kind`. */
  detail: string
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (kind: FailureKind, detail: string): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { kind, detail },
})
