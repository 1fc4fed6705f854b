/**
 * A hash of a text's UTF-16 units as two numbers of 32 bits: to find things by, not to keep secrets. Two sums go side by
 * side, each mixed at the end as MurmurHash3 does (Appleby, "fmix32"): of a million ids two are taken for one once in some ten
 * million dossiers. Several times as fast as `fingerprint`, which formats prescribe and which goes byte by byte.
 */
export function hashText(text: string): [high: number, low: number] {
  let a = 0x811c9dc5
  let b = 0x2f0b4c47
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b + unit, 0x5bd1e995) ^ (b >>> 15)
  }
  return [mix(a ^ b), mix(b + Math.imul(a, 0x9e3779b1))]
}

function mix(sum: number): number {
  let mixed = sum ^ (sum >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** A fingerprint of 16 hex digits as two numbers. */
export const splitFingerprint = (hash: string): [high: number, low: number] => [
  Number.parseInt(hash.slice(0, 8), 16),
  Number.parseInt(hash.slice(8), 16),
]
