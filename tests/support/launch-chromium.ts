import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, launch, type Page } from 'puppeteer-core'
import { clickNativeDialog, nativeWindowArguments, pressAltShift } from './chromium-window.ts'
import { copyExtension } from './copy-extension.ts'
import { findExecutable } from './find-executable.ts'
import { commandLetters, type LaunchOptions, type TestBrowser } from './test-browser.ts'
import { waitUntil } from './wait-until.ts'
import './webextension-api.ts'

/**
 * Chromium, headless, with a fresh profile and a copy of the built extension (`Extensions.loadUnpacked` over a pipe:
 * `--load-extension` is ignored by Google Chrome since 137, this is not).
 * puppeteer's `evaluate` calls functions by CDP and never evaluates strings: it works under the strictest policy.
 */
export async function launchChromium(options: LaunchOptions): Promise<TestBrowser & { browser: Browser }> {
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-chromium-'))
  const extension = options.isBare ? null : copyExtension('chrome-mv3')
  if (options.grantedAtInstall) extension?.setHostPermissions(options.grantedAtInstall)
  if (extension) options.alterExtension?.(extension.path)
  if (options.downloadFolder) preferDownloads(profile, options.downloadFolder)
  const isHeaded = options.isHeaded ?? false
  const browser = await launch({
    browser: 'chrome',
    executablePath: findExecutable(['chromium', 'chromium-browser'], process.env.CHROMIUM),
    headless: !isHeaded,
    pipe: true,
    userDataDir: profile,
    enableExtensions: true,
    defaultViewport: isHeaded ? null : (options.viewport ?? { width: 1280, height: 900 }),
    args: [
      '--no-sandbox',
      '--lang=en-US',
      '--disable-component-update',
      '--disable-features=HttpsUpgrades', // pages are served over http only
      ...(isHeaded ? sampleHostsOnly(options.port) : proxyArguments(options.port)),
      ...(isHeaded ? ['--window-size=1400,1000'] : nativeWindowArguments),
    ],
  })
  const id = extension ? await browser.installExtension(extension.path) : ''
  const origin = `chrome-extension://${id}`
  const scheme = options.colorScheme ?? 'light'

  const prepare = async (page: Page): Promise<Page> => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    return page
  }
  const extensionPages = async () => (await browser.pages()).filter(page => page.url().startsWith(origin))
  // It takes the focus when it comes: wait for it, so that it does not come in a story's way.
  const welcomePage = extension
    ? await waitUntil('the welcome page opened', async () => (await extensionPages())[0])
    : null
  const worker = () =>
    browser.targets().find(t => t.type() === 'service_worker' && t.url().startsWith(origin))

  return {
    browser,
    name: 'chromium',
    version: await browser.version(),
    origin,
    welcomePage,
    async openPage(address) {
      const page = await prepare(await browser.newPage())
      await page.goto(address)
      return page
    },
    async openExtensionPage(path) {
      const page = await prepare(await browser.newPage())
      await page.goto(`${origin}/${path}`)
      return page
    },
    extensionPages,
    async answerPrompt(isAllowed, signal) {
      await clickNativeDialog(profile, isAllowed, signal)
    },
    async pressShortcut(page, command) {
      await page.bringToFront()
      await pressAltShift(profile, commandLetters[command])
    },
    async clickToolbarButton(page) {
      const running = (await browser.extensions()).get(id)
      if (!running) throw new Error('the extension is not there')
      await page.bringToFront()
      await page.triggerExtensionAction(running)
    },
    isWorkerRunning: async () => worker() !== undefined,
    async evaluateInBackground(act) {
      const target = await waitUntil('the worker runs', async () => {
        // A message starts one that sleeps.
        if (!worker()) await extensionPages().then(([page]) => page?.evaluate(wake))
        return worker()
      })
      const running = await target.worker()
      if (!running) throw new Error('the worker cannot be reached')
      const handle = await running.evaluateHandle(() => ({ scope: globalThis }))
      return (await running.evaluate(act as never, handle)) as never
    },
    async stopWorker() {
      const target = worker()
      if (!target) return
      await (await target.worker())?.close()
      // What is open may wake a new one at once.
      await waitUntil('the worker is gone', () => !browser.targets().includes(target))
    },
    setColorScheme: (page, value) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
    async updateExtension(version) {
      extension?.setVersion(version)
      if (extension) await browser.installExtension(extension.path)
    },
    async close() {
      await browser.close()
      extension?.remove()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** As a reader sets it in the browser: what commands a browser by its protocol names no file as an extension wants it. */
function preferDownloads(profile: string, folder: string): void {
  mkdirSync(join(profile, 'Default'))
  const download = { default_directory: folder, prompt_for_download: false }
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ download }))
}

/** Runs in a page of the extension. */
const wake = () => void chrome.runtime.sendMessage({ sidelight: 1, name: 'settings/load', request: {} })

/** Everything goes to the page server; localhost too, which is left out by default. */
const proxyArguments = (port: number) => [
  `--proxy-server=127.0.0.1:${port}`,
  '--proxy-bypass-list=<-loopback>',
]

/** The invented hosts are served on loopback, all others are the reader's own business. */
const sampleHostsOnly = (port: number) => [`--host-resolver-rules=MAP *.example 127.0.0.1:${port}`]
