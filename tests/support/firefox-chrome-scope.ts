import type { Browser } from 'puppeteer-core'

/** WebDriver BiDi's connection, which puppeteer keeps to itself. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>
}

interface CallResult {
  type: 'success' | 'exception'
  result?: { value?: unknown }
  exceptionDetails?: { text: string }
}

/**
 * Runs a function in Firefox's own window (browser.xhtml), with the browser's privileges: Firefox gives WebDriver
 * BiDi these contexts (`moz:scope: chrome`) when started with `--remote-allow-system-access`.
 * The function must stand alone; it takes and gives strings. Throws what it throws.
 */
export async function runInFirefox(
  browser: Browser,
  run: (argument: string) => string | Promise<string>,
  argument = '',
): Promise<string> {
  const { connection } = browser as unknown as { connection: BidiConnection }
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })
  const [window] = (tree.result as { contexts: { context: string }[] }).contexts
  const reply = await connection.send('script.callFunction', {
    functionDeclaration: String(run),
    awaitPromise: true,
    target: { context: window?.context },
    arguments: [{ type: 'string', value: argument }],
  })
  const { type, result, exceptionDetails } = reply.result as CallResult
  if (type === 'exception') throw new Error(`in Firefox: ${exceptionDetails?.text}`)
  return String(result?.value ?? '')
}
