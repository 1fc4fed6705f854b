/**
 * Largest file that is read whole, in UTF-16 units: a backup, or highlights of another program. A thousand highlights have
 * some million, so that fifty thousand come in again in either form.
 */
export const fileLimit = 100_000_000

/** Longest entry of a dossier's lists, and longest value of any other field: far above what the schema lets through. */
export const itemLimit = 1_000_000
export const valueLimit = 10_000_000

/** Deepest nesting of objects and lists. Our formats need 6; a field of a later format may need a few more. */
export const depthLimit = 64

/** Faults named after the first. A file with more is wrong as a whole, and a list of 20 says so. */
export const moreFaults = 20

/** Characters of a value that are shown when a fault quotes it. */
export const quotedLength = 60
