/**
 * What `npm start` opens once everything is installed and built: the sample article in a Chromium with Sidelight.
 * Without a display: the same headless, said in words, with a screenshot in .output/sample.png.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { askExtension, loadView } from '../tests/support/ask-extension.ts'
import { waitForSidebar } from '../tests/support/find-sidebar.ts'
import { launchChromium } from '../tests/support/launch-chromium.ts'
import { readPainted } from '../tests/support/marks.ts'
import { mainAddress, putSamplePages, readSampleDossier } from '../tests/support/sample-pages.ts'
import { servePages } from '../tests/support/serve-pages.ts'
import { waitUntil } from '../tests/support/wait-until.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const server = await servePages()
putSamplePages(server)
const tested = await launchChromium({
  port: server.port,
  isHeaded: hasDisplay,
  grantedAtInstall: ['http://*.example/*'],
  viewport: { width: 1400, height: 1000 },
})
try {
  await askExtension(tested, 'file/import', { text: readSampleDossier() })
  const page = await tested.openPage(mainAddress)
  say(`Open: ${mainAddress} (invented, served on this machine)`)
  await waitUntil('the article is marked', async () => (await readPainted(page)).length > 0)
  if (hasDisplay) {
    // In a window too narrow for both the sidebar waits behind a handle at the edge.
    say('Sidelight stands beside the article. Close the browser to end.')
    await new Promise(resolve => tested.browser.once('disconnected', resolve))
  } else {
    await waitForSidebar(page)
    const { reading } = await loadView(tested, mainAddress)
    await page.bringToFront()
    const path = join(fileURLToPath(new URL('../.output/', import.meta.url)), 'sample.png')
    await page.screenshot({ path: path as `${string}.png` })
    const placed = reading.claims.filter(claim => claim.span !== null)
    say(`Spotted: “${reading.title}”, known by its ${reading.recognition.how}.`)
    say(`Marked: ${placed.length} of ${reading.claims.length} claims, each in its place in the text.`)
    for (const { question, isDisputed, counts, related } of reading.questions) {
      say(`  ${isDisputed ? '≠' : '·'} ${question.text}`)
      say(
        `      ${counts.sources} sources (${counts.outlets} outlets) on file; ${related.length} claims shown`,
      )
    }
    say(`Screenshot: ${path}`)
  }
} finally {
  await tested.close().catch(() => {})
  await server.close()
}
