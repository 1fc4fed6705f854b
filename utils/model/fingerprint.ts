const encoder = new TextEncoder()

/**
 * FNV-1a, 64 bits, of the UTF-8 bytes of `text`, as 16 hex digits.
 * Kept in four 16-bit limbs: BigInt is thirty times slower here, and an article is fingerprinted in
 * thousands of windows. Source: Fowler, Noll, Vo; prime 2^40 + 0x1b3, offset basis cbf29ce484222325.
 */
export function fingerprint(text: string): string {
  let a = 0x2325
  let b = 0x8422
  let c = 0x9ce4
  let d = 0xcbf2
  for (const byte of encoder.encode(text)) {
    a ^= byte
    // Multiply by 2^40 + 0x1b3: the low limbs by 0x1b3, and the value shifted left by 40 (2 limbs and 8 bits).
    const a1 = a * 0x1b3
    const b1 = b * 0x1b3 + (a1 >>> 16)
    const c1 = c * 0x1b3 + (b1 >>> 16) + ((a << 8) & 0xffff)
    const d1 = d * 0x1b3 + (c1 >>> 16) + (((b << 8) | (a >>> 8)) & 0xffff)
    a = a1 & 0xffff
    b = b1 & 0xffff
    c = c1 & 0xffff
    d = d1 & 0xffff
  }
  return [d, c, b, a].map(limb => limb.toString(16).padStart(4, '0')).join('')
}
