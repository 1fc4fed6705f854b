import { browser } from '../../utils/platform/browser'

/** Browsers put a background to sleep that called none of their functions for half a minute. */
const everyMs = 20_000

/** Keeps the background awake while the work goes on, whether or not a page waits for it. */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => browser.runtime.getPlatformInfo(), everyMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
