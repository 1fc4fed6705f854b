import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bisect } from '../../../utils/model/bisect'

it('finds from where on it is so, in as many steps as halvings', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(5_000), (count, from) => {
      let asked = 0
      const found = bisect(count, index => {
        asked++
        expect(index).toBeGreaterThanOrEqual(0)
        expect(index).toBeLessThan(count)
        return index >= from
      })
      expect(found).toBe(Math.min(count, from))
      expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(count + 1)) + 1)
    }),
  )
})
