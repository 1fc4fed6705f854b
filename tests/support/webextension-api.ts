/**
 * What stories use of the extension API inside the extension's own pages (functions handed to `evaluate`).
 * Chromium has `chrome`, Firefox both; either gives promises.
 */
export interface WebExtensionApi {
  permissions: {
    request(permissions: { origins: string[] }): Promise<boolean>
    remove(permissions: { origins?: string[]; permissions?: string[] }): Promise<boolean>
    getAll(): Promise<{ origins?: string[]; permissions?: string[] }>
  }
  runtime: {
    sendMessage(message: unknown): Promise<unknown>
    connect(options: { name: string }): {
      onMessage: { addListener(listener: (message: unknown) => void): void }
      postMessage(message: unknown): void
    }
    /** Firefox: the background's window, which is started if it sleeps. */
    getBackgroundPage?(): Promise<Window>
  }
  action: { getBadgeText(of: { tabId: number }): Promise<string> }
  dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null }
  tabs: { query(query: object): Promise<{ id: number; url?: string }[]> }
  scripting: {
    executeScript<A extends unknown[], T>(injection: {
      target: { tabId: number }
      func: (...given: A) => T
      args: A
    }): Promise<{ result: T }[]>
    executeScript(injection: { target: { tabId: number }; files: string[] }): Promise<unknown>
    getRegisteredContentScripts(): Promise<{ id: string; matches?: string[] }[]>
  }
  storage: {
    local: {
      get(key?: string): Promise<Record<string, unknown>>
      set(values: Record<string, unknown>): Promise<void>
    }
  }
}

declare global {
  const chrome: WebExtensionApi
}
