import type { TestBrowser } from './test-browser.ts'
import { waitUntil } from './wait-until.ts'
import './webextension-api.ts'

/**
 * Grants sites by the true path: a trusted click on a button of an extension's page asks, the browser's prompt
 * is allowed, `permissions.onAdded` fires. The button is ours, so that it does not depend on how a page looks.
 */
export async function grantSites(tested: TestBrowser, origins: string[]): Promise<void> {
  const page = await tested.openExtensionPage('options.html')
  await page.evaluate(wanted => {
    const button = document.createElement('button')
    button.id = 'test-grant'
    button.textContent = 'grant'
    button.style.cssText = 'position:fixed;inset:0;z-index:2147483647'
    button.onclick = () => {
      chrome.permissions.request({ origins: wanted }).then(
        isGranted => {
          document.documentElement.dataset.granted = String(isGranted)
        },
        error => {
          document.documentElement.dataset.granted = String(error)
        },
      )
    }
    document.body.append(button)
  }, origins)
  await page.bringToFront()
  await page.click('#test-grant')
  const isAnswered = waitUntil('the sites are granted', () =>
    page.evaluate(() => document.documentElement.dataset.granted),
  )
  // What was granted before is granted again without asking: then the prompt never comes.
  const answered = new AbortController()
  const prompt = tested.answerPrompt(true, answered.signal)
  const granted = await isAnswered
  answered.abort()
  await prompt
  await page.close()
  if (granted !== 'true') throw new Error(`sites were not granted: ${granted}`)
}

/** Takes sites back, as the browser's own settings do: `permissions.onRemoved` fires. */
export async function revokeSites(tested: TestBrowser, origins: string[]): Promise<void> {
  const page = await tested.openExtensionPage('options.html')
  await page.evaluate(async given => void (await chrome.permissions.remove({ origins: given })), origins)
  await page.close()
}
