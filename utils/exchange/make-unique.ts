/**
 * Names, each as it is or with a number, so that none is there twice; `fold` says which are one. Time grows with their
 * number alone, however many are the same.
 */
export function makeUnique(
  names: readonly string[],
  number: (name: string, count: number) => string,
  fold: (name: string) => string = name => name,
): string[] {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return names.map(name => {
    let count = counts.get(fold(name)) ?? 1
    let unique = name
    while (taken.has(fold(unique))) unique = number(name, ++count)
    counts.set(fold(name), count)
    taken.add(fold(unique))
    return unique
  })
}
