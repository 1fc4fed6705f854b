/** Where a text stops being JSON, and how. `offset` in UTF-16 units. */
export interface JsonFault {
  offset: number
  what: string
}

const literals = ['true', 'false', 'null']
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const spaces = /[ \t\n\r]*/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Where the string that begins at `start` ends, after its quote; or what is wrong with it, and where. */
function endOfString(text: string, start: number): number | JsonFault {
  let at = start + 1
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) return at + 1
    if (unit < 0x20) return { offset: at, what: 'a line break or control character stands inside a text' }
    if (unit === 0x5c) {
      escaped.lastIndex = at
      if (!escaped.test(text)) return { offset: at, what: 'this \\ begins nothing that JSON knows' }
      at = escaped.lastIndex
    } else at++
  }
  return { offset: text.length, what: 'the file ends inside a text' }
}

/** Where the number or word that begins at `start` ends, or what is wrong. */
function endOfScalar(text: string, start: number): number | JsonFault {
  if (text[start] === '"') return endOfString(text, start)
  const literal = literals.find(word => text.startsWith(word, start))
  if (literal) return start + literal.length
  number.lastIndex = start
  if (number.test(text)) return number.lastIndex
  const what = start < text.length ? 'expected a value' : 'the file ends where a value was expected'
  return { offset: start, what }
}

/**
 * The first place where `text` breaks the grammar of JSON (RFC 8259), or nests deeper than `depthLimit`; null
 * where it does neither. `JSON.parse` words its errors differently in each browser and often leaves the place
 * out. Goes through the text once with a stack of its own, so that depth costs no recursion.
 */
export function scanJson(text: string, depthLimit: number): JsonFault | null {
  const open: ('}' | ']')[] = []
  // What may come next: a value, a value or the end of a list just opened, a key, a key or the end of an
  // object just opened, or what follows a value.
  let next: 'value' | 'first-item' | 'key' | 'first-key' | 'after' = 'value'
  let at = 0
  const skipSpaces = (): void => {
    spaces.lastIndex = at
    spaces.test(text)
    at = spaces.lastIndex
  }
  for (;;) {
    skipSpaces()
    const here = text[at]
    if (next === 'after') {
      const closing = open.at(-1)
      if (closing === undefined)
        return at === text.length ? null : { offset: at, what: 'more text after the end' }
      if (here === closing) open.pop()
      else if (here === ',') next = closing === '}' ? 'key' : 'value'
      else
        return {
          offset: at,
          what: here === undefined ? 'the file ends too soon' : `expected , or ${closing}`,
        }
      at++
    } else if ((next === 'first-key' && here === '}') || (next === 'first-item' && here === ']')) {
      open.pop()
      at++
      next = 'after'
    } else if (next === 'key' || next === 'first-key') {
      const end = here === '"' ? endOfString(text, at) : { offset: at, what: 'expected a name in "quotes"' }
      if (typeof end !== 'number') return end
      at = end
      skipSpaces()
      if (text[at] !== ':') return { offset: at, what: 'expected : after the name' }
      at++
      next = 'value'
    } else if (here === '{' || here === '[') {
      open.push(here === '{' ? '}' : ']')
      if (open.length > depthLimit) return { offset: at, what: `nested more than ${depthLimit} deep` }
      at++
      next = here === '{' ? 'first-key' : 'first-item'
    } else {
      const end = endOfScalar(text, at)
      if (typeof end !== 'number') return end
      at = end
      next = 'after'
    }
  }
}
