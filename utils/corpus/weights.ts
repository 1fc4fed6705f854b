/**
 * How long an opening may be blocked by another connection, in ms. Connections of ours let go at once when
 * asked (`versionchange`), after the transaction they are in; saving the starter dossier is the longest (under
 * half a second). Three seconds is past all of that.
 */
export const blockedPatienceMs = 3000
