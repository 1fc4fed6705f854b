import { vi } from 'vitest'

type Listener = (...values: never[]) => unknown

/** One event of the extension API. */
const makeEvent = () => {
  const listeners = new Set<Listener>()
  return {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
    fire: (...values: unknown[]) => [...listeners].map(listener => listener(...(values as never[]))),
  }
}

/** Permissions, as the API names them; the fake keeps both kinds together. */
interface Wanted {
  origins?: string[]
  permissions?: string[]
}

/**
 * As much of a browser as the background needs: storage and registrations are kept, the rest is written down.
 * `answers` says what the scripts of a tab reply to a request by its name; without one nobody is there.
 */
export function makeFakeBrowser(granted: string[] = []) {
  const local = new Map<string, unknown>()
  const session = new Map<string, unknown>()
  const scripts = new Map<string, { id: string; matches?: string[] }>()
  const tabs = new Map<number, { id: number; url: string; answers: Record<string, unknown> }>()
  const origins = new Set(granted)
  const told: { tab: number; name: string; request: unknown }[] = []
  const executed: { tab: number; files: string[] }[] = []
  const badges = new Map<number, string>()

  /** What stands in the downloads, by its path; `fault`: what the next one ends with. */
  const downloaded = new Map<string, string>()
  const faults: string[] = []
  let lastDownload: object = {}

  const browser = {
    downloads: {
      download: async ({ url, filename }: { url: string; filename: string }) => {
        const error = faults.shift()
        lastDownload = error ? { state: 'interrupted', error } : { state: 'complete' }
        if (!error) downloaded.set(filename, await (await fetch(url)).text())
        return 1
      },
      search: async () => [lastDownload],
      onChanged: makeEvent(),
    },
    runtime: {
      id: 'sidelight',
      onMessage: makeEvent(),
      onConnect: makeEvent(),
      getURL: (path: string) => `chrome-extension://sidelight${path}`,
      getManifest: () => ({ optional_permissions: ['downloads'] }),
    },
    storage: {
      local: {
        get: async (keys: string | string[]) =>
          Object.fromEntries([keys].flat().map(key => [key, structuredClone(local.get(key))])),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) local.set(key, structuredClone(value))
        },
        clear: async () => local.clear(),
      },
      session: {
        get: async (key: string) => (session.has(key) ? { [key]: session.get(key) } : {}),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) session.set(key, structuredClone(value))
        },
        remove: async (key: string) => void session.delete(key),
      },
    },
    permissions: {
      getAll: async () => ({ origins: [...origins] }),
      contains: async ({ origins: sites = [], permissions = [] }: Wanted) =>
        [...sites, ...permissions].every(each => origins.has(each)),
      remove: async ({ permissions = [] }: Wanted) => {
        for (const each of permissions) origins.delete(each)
        return true
      },
    },
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        ids.flatMap(id => scripts.get(id) ?? []),
      registerContentScripts: async (added: { id: string }[]) => {
        for (const script of added) {
          if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`)
          scripts.set(script.id, script)
        }
      },
      updateContentScripts: async (changed: { id: string }[]) => {
        for (const script of changed) scripts.set(script.id, script)
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) scripts.delete(id)
      },
      insertCSS: vi.fn(async () => {}),
      removeCSS: vi.fn(async () => {}),
      executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
        if (!tabs.has(target.tabId)) throw new Error('Cannot access contents of the page')
        executed.push({ tab: target.tabId, files })
      },
    },
    tabs: {
      onRemoved: makeEvent(),
      get: async (id: number) => {
        const tab = tabs.get(id)
        if (!tab) throw new Error(`No tab with id: ${id}`)
        return { id, url: tab.url, windowId: 3, index: 4 }
      },
      query: async () => [...tabs.values()].map(({ id }) => ({ id })),
      create: vi.fn(async (_properties: object) => ({ id: 70 })),
      sendMessage: async (id: number, { name, request }: { name: string; request: unknown }) => {
        const tab = tabs.get(id)
        if (!tab) throw new Error('Could not establish connection. Receiving end does not exist.')
        told.push({ tab: id, name, request })
        return name in tab.answers ? { ok: true, value: await tab.answers[name] } : undefined
      },
    },
    action: {
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
        badges.set(tabId, text)
      },
      setBadgeBackgroundColor: async () => {},
    },
    commands: {
      getAll: async () => [{ name: 'save-highlight', description: 'x', shortcut: 'Alt+Shift+H' }],
    },
  }
  return {
    browser,
    local,
    scripts,
    origins,
    told,
    executed,
    badges,
    downloaded,
    faults,
    openTab: (id: number, url: string, answers: Record<string, unknown> = {}) =>
      tabs.set(id, { id, url, answers }),
  }
}
