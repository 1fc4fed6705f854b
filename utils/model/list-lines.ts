/** The lines of a text without the space around them, and without empty ones. */
export const listLines = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
