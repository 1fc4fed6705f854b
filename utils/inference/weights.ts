/**
 * Work between two pauses, in ms: a worker that reads answers other messages in between. Short of the 100 ms at which
 * an answer is felt to be late (Nielsen 1993), with one sentence more on top (20 to 30 ms, the longest 140).
 */
export const workMs = 50

/**
 * How long a failed start is final, in ms, and how many in a row are final while a worker lives. Files do not mend
 * themselves; memory that was short may be free later.
 */
export const retryAfterMs = 30_000
export const mostFailures = 3

/**
 * After so long without a call the session is given up, in ms. A worker that nobody asks is stopped after 30 s anyway,
 * and with it all of it; this is for a background that an open sidebar keeps alive.
 */
export const idleMs = 300_000
