/** Of each size the quickest of so many turns counts: what else the machine does can only add. */
const turns = 6

/**
 * How many times as long some work takes for the larger of two sizes. In time of this process on a processor, so that
 * other work on the machine counts for little; an absolute time would say more of the machine than of the code.
 */
export async function measureGrowth(
  work: (size: number) => unknown,
  small: number,
  large: number,
): Promise<number> {
  const quickest = async (size: number): Promise<number> => {
    let best = Number.POSITIVE_INFINITY
    for (let turn = 0; turn < turns; turn += 1) {
      const before = process.cpuUsage()
      await work(size)
      best = Math.min(best, process.cpuUsage(before).user)
    }
    return best
  }
  await work(small)
  const some = await quickest(small)
  return (await quickest(large)) / Math.max(1, some)
}
