/**
 * Largest file that is read, in UTF-16 units. A file reaches the background as one message, and a browser's
 * message carries 64 MiB at most. The starter dossier (660 claims) has half a million: this is room for 80,000.
 */
export const fileLimit = 60_000_000

/** Deepest nesting of objects and lists. Our formats need 6; a field of a later format may need a few more. */
export const depthLimit = 64

/** Faults named after the first. A file with more is wrong as a whole, and a list of 20 says so. */
export const moreFaults = 20

/** Characters of a value that are shown when a fault quotes it. */
export const quotedLength = 60
