/** An entry of a BibTeX file, as far as programs that read it agree. */
interface BibtexEntry {
  type: string
  key: string
  fields: Record<string, string>
}

/**
 * Reads BibTeX by its grammar: `@type{key, name = {…}, …}`, where braces count even if escaped. Throws where it is broken.
 * Values are given as they stand in their outer braces.
 */
export function parseBibtex(text: string): BibtexEntry[] {
  const entries: BibtexEntry[] = []
  let at = 0
  const match = (pattern: RegExp): string => {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = at
    const found = sticky.exec(text)
    if (!found) throw new Error(`expected ${pattern} at ${JSON.stringify(text.slice(at, at + 30))}`)
    at = sticky.lastIndex
    return found[1] ?? found[0]
  }
  const braced = (): string => {
    const start = at
    let depth = 0
    do {
      if (text[at] === '{') depth += 1
      else if (text[at] === '}') depth -= 1
      at += 1
      if (at > text.length) throw new Error('braces are not closed')
    } while (depth > 0)
    return text.slice(start + 1, at - 1)
  }
  match(/\s*/)
  while (at < text.length) {
    const type = match(/@(\w+)\{/)
    const key = match(/([^\s,{}"#%~\\]+)\s*/)
    const fields: Record<string, string> = {}
    while (text[at] === ',') {
      const name = match(/,\s*(\w+)\s*=\s*(?=\{)/)
      fields[name] = braced()
      match(/\s*/)
    }
    match(/\}\s*/)
    entries.push({ type, key, fields })
  }
  return entries
}
