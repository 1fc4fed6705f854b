/**
 * How long an opening may be blocked by another connection, in ms. Connections of ours let go at once when
 * asked (`versionchange`), after the transaction they are in; saving the starter dossier is the longest (under
 * half a second). Three seconds is past all of that.
 */
export const blockedPatienceMs = 3000

/**
 * How many sentences' readings are kept: some 300 articles of 60 sentences, at 900 bytes each and the database's own
 * some 25 MB. What is older is read again where it is wanted.
 */
export const mostReadings = 20_000
