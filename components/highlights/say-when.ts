/** Days and times of what the reader did: by the reader's own clock. */
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

/** "5 Jan 2026". `atMs`: ms since 1970. */
export const sayDay = (atMs: number): string => day.format(atMs)

/** "5 Jan, 14:03". `atMs`: ms since 1970. */
export const sayMoment = (atMs: number): string => moment.format(atMs)
