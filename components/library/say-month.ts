const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })

/** "May 2031", by the reader's clock. `atMs`: ms since 1970. */
export const sayMonth = (atMs: number): string => month.format(atMs)
