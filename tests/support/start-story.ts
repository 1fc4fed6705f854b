import { askExtension } from './ask-extension.ts'
import { grantSites } from './grant-sites.ts'
import { putSamplePages, readSampleDossier } from './sample-pages.ts'
import { type PageServer, servePages } from './serve-pages.ts'
import type { LaunchOptions, TestBrowser } from './test-browser.ts'

export const everySite = ['http://*/*', 'https://*/*']

/** A browser with the extension, and the pages it can reach. */
export interface Story {
  tested: TestBrowser
  server: PageServer
  end(): Promise<void>
}

interface StoryOptions extends Omit<LaunchOptions, 'port'> {
  /** Default: every site. */
  sites?: string[]
  /** Without the sample dossier only the starter dossier is on file. */
  isWithoutSample?: boolean
}

/** Starts a browser as a reader has it who granted sites and took the sample dossier in. */
export async function startStory(
  launch: (options: LaunchOptions) => Promise<TestBrowser>,
  { sites = everySite, isWithoutSample = false, ...options }: StoryOptions = {},
): Promise<Story> {
  const server = await servePages()
  putSamplePages(server)
  const tested = await launch({ ...options, port: server.port })
  if (sites.length > 0) await grantSites(tested, sites)
  if (!isWithoutSample) await askExtension(tested, 'file/import', { text: readSampleDossier() })
  return {
    tested,
    server,
    async end() {
      await tested.close()
      await server.close()
    },
  }
}
