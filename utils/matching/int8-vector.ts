import { int8Scale } from './weights'

/**
 * A unit vector in whole numbers of one byte, a quarter of its size. All have the same scale, so that the dot product
 * of two is their likeness times its square, and rows of many need nothing beside them.
 */
export const packVector = (vector: Float32Array): Int8Array =>
  Int8Array.from(vector, value => Math.max(-127, Math.min(127, Math.round(value * int8Scale))))

/** The vector again, of unit length but for the rounding (0.998 to 1.002). Packed anew it is the same to the byte. */
export const unpackVector = (packed: Int8Array): Float32Array =>
  Float32Array.from(packed, value => value / int8Scale)
