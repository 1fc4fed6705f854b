/** A fault of a file: where (`claims[3].bearsOn[0].question`, or a line and column; '' for the whole), and what. */
interface FaultLine {
  path: string
  what: string
}

// Up to the first ": " that is not within a quoted name.
const line = /^((?:“[^”]*”|[^“:]|:(?! ))+): (.+)$/

/** The faults that the detail of a `bad-input` names, one a line. */
export const splitFaults = (detail: string): FaultLine[] =>
  detail
    .split('\n')
    .filter(text => text.trim() !== '')
    .map(text => {
      const [, path = '', what = text] = line.exec(text) ?? []
      return { path, what }
    })
