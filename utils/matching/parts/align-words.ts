/** Two words of two lists that are aligned, by their places. */
export type Aligned = [a: number, b: number]

/**
 * The longest common subsequence of two lists of words (dynamic programming, Wagner and Fischer 1974): which words stand
 * in the same order in both. Time and memory grow with the product of their lengths.
 */
export function alignWords(a: readonly string[], b: readonly string[]): Aligned[] {
  const width = b.length + 1
  /** lengths[i * width + j]: of the common subsequence of what follows a[i] and b[j]. */
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const aligned: Aligned[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) aligned.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return aligned
}
