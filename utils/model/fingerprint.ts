const encoder = new TextEncoder()

/** A fingerprint on its way: 64 bits in four limbs of 16, the lowest first. */
export type RunningHash = [number, number, number, number]

export const beginHash = (): RunningHash => [0x2325, 0x8422, 0x9ce4, 0xcbf2]

export const bytesOf = (text: string): Uint8Array => encoder.encode(text)

/**
 * Takes more bytes in. FNV-1a reads byte after byte, so that a window of words goes on where the shorter one ended.
 * Kept in four 16-bit limbs: BigInt is thirty times slower here.
 */
export function extendHash(hash: RunningHash, bytes: Uint8Array): void {
  let [a, b, c, d] = hash
  for (const byte of bytes) {
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
  hash[0] = a
  hash[1] = b
  hash[2] = c
  hash[3] = d
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => (byte + 256).toString(16).slice(1))
const hexOf = (limb: number) => `${hexOfByte[limb >>> 8]}${hexOfByte[limb & 0xff]}`

/** 16 hex digits. */
export const endHash = ([a, b, c, d]: RunningHash): string => hexOf(d) + hexOf(c) + hexOf(b) + hexOf(a)

/**
 * FNV-1a, 64 bits, of the UTF-8 bytes of `text`, as 16 hex digits.
 * Source: Fowler, Noll, Vo; prime 2^40 + 0x1b3, offset basis cbf29ce484222325.
 */
export function fingerprint(text: string): string {
  const hash = beginHash()
  extendHash(hash, bytesOf(text))
  return endHash(hash)
}
