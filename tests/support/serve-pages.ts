import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands at an address: a text, or a file read anew for each request. */
export interface Served {
  body?: string | Buffer
  /** Absolute path; used where `body` is absent. */
  file?: string
  /** Default `text/html; charset=utf-8`. */
  type?: string
  headers?: Record<string, string>
  status?: number
  /** The body is sent that much later: for pages that load slowly. */
  delayMs?: number
}

/** One request that reached the server. `CONNECT` (an attempt at https) is refused and noted. */
export interface LoggedRequest {
  method: string
  host: string
  path: string
}

/** See `servePages`. */
export interface PageServer {
  /** Loopback port: the browsers' HTTP proxy. */
  port: number
  /** Puts a page at an address (`http://host/path`), or changes the one that stands there. */
  put(address: string, served: Served | string): void
  remove(address: string): void
  /** Requests since the start or the last `forget`, without those that browsers make for themselves. */
  requests(): LoggedRequest[]
  forget(): void
  close(): Promise<void>
}

/** A policy as strict as pages have: nothing may load, nothing be evaluated, no string become HTML. */
export const strictPolicy = {
  'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
}

/**
 * Serves pages on loopback under their own host names. It is an HTTP proxy: browsers that are told to use it
 * for everything ask it for `http://abc13.com/…` on port 80 and never reach a name server or any other network.
 * What is not put up is 404; https is refused.
 */
export async function servePages(): Promise<PageServer> {
  const pages = new Map<string, Served>()
  let log: LoggedRequest[] = []

  const server = createServer((request, response) => {
    const { host, pathname, search } = addressOf(request)
    if (!isBrowsersOwn(host)) log.push({ method: request.method ?? '', host, path: pathname + search })
    void answer(pages.get(host + pathname + search) ?? pages.get(host + pathname), response)
  })
  server.on('connect', (request, socket) => {
    const host = (request.url ?? '').replace(/:\d+$/, '')
    if (!isBrowsersOwn(host)) log.push({ method: 'CONNECT', host, path: '' })
    socket.on('error', () => {})
    socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

  return {
    port: (server.address() as AddressInfo).port,
    put: (address, served) =>
      pages.set(keyOf(address), typeof served === 'string' ? { body: served } : served),
    remove: address => pages.delete(keyOf(address)),
    requests: () => [...log],
    forget: () => {
      log = []
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(served: Served | undefined, response: ServerResponse): Promise<void> {
  if (!served) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing here')
    return
  }
  const body = served.body ?? (served.file ? await readFile(served.file) : '')
  if (served.delayMs) await new Promise(resolve => setTimeout(resolve, served.delayMs))
  response.writeHead(served.status ?? 200, {
    'content-type': served.type ?? 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...served.headers,
  })
  response.end(body)
}

/** A proxy is asked with the whole address; a browser that was given a host map asks with path and `Host`. */
function addressOf(request: IncomingMessage): URL {
  const url = request.url ?? '/'
  return new URL(url.startsWith('http') ? url : `http://${request.headers.host ?? 'localhost'}${url}`)
}

const keyOf = (address: string): string => {
  const { host, pathname, search } = new URL(address)
  return host + pathname + search
}

/** Browsers call home (updates, settings, time): noise, and no request of a page or an extension of ours. */
function isBrowsersOwn(host: string): boolean {
  return /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com)$/.test(
    host,
  )
}
