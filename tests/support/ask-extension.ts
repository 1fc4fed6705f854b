import type { TestBrowser } from './test-browser.ts'
import './webextension-api.ts'

/** Asks the background as an extension page does (messaging/protocol, ExtensionRequests); the reply is a `Result`. */
export async function askExtension(tested: TestBrowser, name: string, request: unknown): Promise<Reply> {
  const page = await tested.openExtensionPage('options.html')
  try {
    const reply = await page.evaluate(sent => chrome.runtime.sendMessage(sent), {
      sidelight: 1,
      name,
      request,
    })
    return reply as Reply
  } finally {
    await page.close()
  }
}

interface Reply {
  ok: boolean
  value?: unknown
  failure?: { kind: string; detail: string }
}
