import type { Result } from '../model/result'

/** What travels: one shape for all requests, so that a receiver can tell them from other messages. */
export interface Envelope {
  sidelight: 1
  name: string
  request: unknown
}

export type RequestOf<R, K extends keyof R> = R[K] extends (request: infer Q) => unknown ? Q : never
export type ReplyOf<R, K extends keyof R> = R[K] extends (request: never) => infer A ? A : never

/** Asks and never throws: what goes wrong comes back as a failure. */
export type Ask<R> = <K extends keyof R & string>(
  name: K,
  request: RequestOf<R, K>,
) => Promise<Result<ReplyOf<R, K>>>

export const seal = (name: string, request: unknown): Envelope => ({ sidelight: 1, name, request })

export const isEnvelope = (message: unknown): message is Envelope =>
  typeof message === 'object' &&
  message !== null &&
  (message as Partial<Envelope>).sidelight === 1 &&
  typeof (message as Partial<Envelope>).name === 'string' &&
  'request' in message
