import { launchChromium } from './launch-chromium.ts'
import { launchFirefox } from './launch-firefox.ts'

/** For `describe.each`: every story runs in both. `SIDELIGHT_BROWSER=chromium` runs one alone while writing. */
export const browsers = [
  { browser: 'Chromium', launch: launchChromium },
  { browser: 'Firefox', launch: launchFirefox },
].filter(({ browser }) => {
  const only = process.env.SIDELIGHT_BROWSER
  return !only || browser.toLowerCase() === only
})
