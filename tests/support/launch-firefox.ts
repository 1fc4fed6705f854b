import { launch } from 'puppeteer-core'
import { copyExtension } from './copy-extension.ts'
import { findExecutable } from './find-executable.ts'
import { runInFirefox } from './firefox-chrome-scope.ts'
import { commandLetters, type LaunchOptions, type TestBrowser } from './test-browser.ts'
import { pause, waitUntil, within } from './wait-until.ts'
import './webextension-api.ts'

const addonId = 'sidelight@sidelight.example'
/** Fixed by a preference: the extension's own pages get a known address. Any UUID serves. */
const uuid = '5a3c9f2e-0b7d-4c1e-9a64-1f0d2b3c4d5e'
const origin = `moz-extension://${uuid}`

/** Firefox, headless, with a fresh profile and a copy of the built MV3 extension, driven by WebDriver BiDi. */
export async function launchFirefox(options: LaunchOptions): Promise<TestBrowser> {
  const extension = options.isBare ? null : copyExtension('firefox-mv3')
  if (extension) options.alterExtension?.(extension.path)
  const browser = await launch({
    browser: 'firefox',
    executablePath: findExecutable(['firefox-esr', 'firefox'], process.env.FIREFOX),
    headless: true,
    defaultViewport: options.viewport ?? { width: 1280, height: 900 },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
      // Grants without asking: a click of the reader is wanted still.
      'extensions.webextOptionalPermissionPrompts': false,
      'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
      'intl.accept_languages': 'en-US, en',
      'services.settings.server': 'data:,#', // no calls home
      ...(options.downloadFolder && {
        'browser.download.folderList': 2,
        'browser.download.dir': options.downloadFolder,
      }),
      ...proxyPreferences(options.port),
    },
  })
  if (extension) await browser.installExtension(extension.path)

  const extensionPages = async () => {
    const pages = await browser.pages()
    const addresses = await Promise.all(
      pages.map(page =>
        within(
          page.evaluate(() => location.href).catch(() => ''),
          1_000,
          '',
        ),
      ),
    )
    return pages.filter((_, at) => addresses[at]?.startsWith(origin))
  }
  const welcomePage = extension
    ? await waitUntil('the welcome page opened', async () => (await extensionPages())[0])
    : null

  return {
    name: 'firefox',
    version: await browser.version(),
    origin,
    welcomePage,
    async openPage(address) {
      const page = await browser.newPage()
      await page.goto(address)
      return page
    },
    async openExtensionPage(path) {
      const page = await browser.newPage()
      // `goto` never settles on an extension's page.
      page.goto(`${origin}/${path}`).catch(() => {})
      const isReady = () =>
        page.evaluate(start => location.href.startsWith(start) && document.readyState === 'complete', origin)
      await waitUntil(`${path} stands`, () => within(isReady(), 1_000, false))
      return page
    },
    extensionPages,
    // Firefox was told to show no prompt: what asks is answered at once.
    answerPrompt: async isAllowed => {
      if (!isAllowed) throw new Error('Firefox shows no prompt here that could be declined')
    },
    async pressShortcut(page, command) {
      await page.bringToFront()
      await runInFirefox(browser, runShortcut, commandLetters[command])
    },
    async clickToolbarButton(page) {
      await page.bringToFront()
      await runInFirefox(browser, triggerAction, addonId)
    },
    isWorkerRunning: async () => (await runInFirefox(browser, readBackgroundState, addonId)) !== 'stopped',
    async evaluateInBackground(act) {
      const [desk] = await extensionPages()
      if (!desk) throw new Error('no page of the extension is open')
      const handle = await desk.evaluateHandle(async () => ({
        scope: await chrome.runtime.getBackgroundPage?.(),
      }))
      return (await desk.evaluate(act as never, handle)) as never
    },
    async stopWorker() {
      await runInFirefox(browser, terminateBackground, addonId)
    },
    async setColorScheme(_page, scheme) {
      await runInFirefox(browser, setScheme, scheme)
      await pause(100)
    },
    async updateExtension(version) {
      extension?.setVersion(version)
      if (extension) await browser.installExtension(extension.path)
    },
    async close() {
      await browser.close()
      extension?.remove()
    },
  }
}

const proxyPreferences = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
})

// What follows runs in Firefox's own window; nothing of this file is in reach there.

/* The browser's own globals, as far as they are used. */
declare const WebExtensionPolicy: {
  getByID(id: string): { extension: { backgroundState: string; terminateBackground(): Promise<void> } }
}
declare const ChromeUtils: { importESModule(address: string): Record<string, never> }
declare const Services: { prefs: { setIntPref(name: string, value: number): void } }

/**
 * Does what Firefox does for a command's keys: each is a `<key>` of its window. Keys themselves, sent to the window,
 * go to the page first when the focus is there, and feigned ones do not come back from it.
 */
function runShortcut(letter: string): string {
  const key = document.querySelector(`keyset[id^="ext-keyset"] key[key="${letter}"][modifiers="alt,shift"]`)
  if (!key) throw new Error(`no shortcut Alt+Shift+${letter}`)
  key.dispatchEvent(new Event('command', { bubbles: true }))
  return ''
}

function readBackgroundState(id: string): string {
  return WebExtensionPolicy.getByID(id).extension.backgroundState
}

async function terminateBackground(id: string): Promise<string> {
  await WebExtensionPolicy.getByID(id).extension.terminateBackground()
  return ''
}

async function triggerAction(id: string): Promise<string> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  const { apiManager } = ExtensionParent as unknown as {
    apiManager: {
      global: { browserActionFor(extension: unknown): { triggerAction(window: unknown): Promise<void> } }
    }
  }
  await apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window)
  return ''
}

function setScheme(scheme: string): string {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1)
  return ''
}
