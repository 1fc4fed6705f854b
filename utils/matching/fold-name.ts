import { splitWords } from '../anchoring/words'

const articles = ['a', 'an', 'the']

/** Forms of address before a name; several words make one title. Longer ones first. */
const titles = [
  ['prime', 'minister'],
  ['vice', 'president'],
  ...'president chancellor premier senator sen representative rep governor gov secretary minister'
    .split(' ')
    .map(word => [word]),
  ...'mr mrs ms dr sir lord dame lady judge gen col adm capt lt sgt prof'.split(' ').map(word => [word]),
]

/**
 * A name without what varies from outlet to outlet: case, signs, a leading article, leading titles
 * ("President-elect" stays: it says when). "The New York Times" and "New York Times" fold to the same; a title that
 * is the whole name, or that goes on with "of" ("Secretary of State"), stays.
 */
export function foldName(name: string): string {
  let words = splitWords(name, [{ start: 0, end: name.length }]).map(({ word }) => word)
  for (;;) {
    const rest = withoutFirst(words)
    if (!rest) return words.join(' ')
    words = rest
  }
}

function withoutFirst(words: string[]): string[] | null {
  const [first = ''] = words
  const title = articles.includes(first)
    ? [first]
    : titles.find(parts => parts.every((part, index) => words[index] === part))
  const rest = words.slice(title?.length ?? 0)
  return title && rest.length > 0 && rest[0] !== 'of' && rest[0] !== 'elect' ? rest : null
}

/** `foldName` that remembers what it folded, for a walk through thousands of claims by some hundred speakers. */
export function createFold(): typeof foldName {
  const folded = new Map<string, string>()
  return name => {
    const known = folded.get(name)
    if (known !== undefined) return known
    const made = foldName(name)
    folded.set(name, made)
    return made
  }
}
