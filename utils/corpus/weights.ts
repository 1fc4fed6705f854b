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

/**
 * Claims of one article in one row, at most. The starter's articles have 4.6 on average; a row of eight has some five kilobytes.
 * Where a claim stands is one number of 32 bits: eight times the row's, and the place in it.
 */
export const claimsPerLeaf = 8

/** Claims that a portion of the directory is made of; what is counted for it stands in memory until then: some 20 MB. */
export const claimsPerSegment = 50_000

/** Of a term that many claims of a segment have, the first so many: rarer terms are asked first, and one alone meets less. */
export const placesPerSegment = 1_000

/** A row of the directory has about so many entries: a read brings a few kilobytes. */
export const entriesPerBucket = 250

/** No more buckets than 2 to this many bits, however large a dossier is; fewer for what is only ever read in full. */
export const mostBits = 12
export const mostBitsInFull = 8

/** Rows of claims read at once where a whole dossier is gone through: some 800 claims, half a megabyte. */
export const leavesPerWalk = 100
export const articlesPerWalk = 500

/** Bits for each locator, and how many of them are set: one window in 1,700 is looked up in vain. */
export const filterBits = 16
export const filterProbes = 8

/** Claims of a question that are read whole, however many there are: the starter's largest question has 67. */
export const mostOfQuestion = 120

/** Of a larger question: of each position so many before the time in question and so many after, for each subject in question. */
export const nearestOfPosition = { ofSubject: 6, ofWhoever: 2 } as const
export const mostSubjects = 2

/** Rows of sketches read for one article, at most: a request takes 0.1 ms, and the first of each sentence matter most. */
export const mostSketches = 600

/** Rows deleted at once when old editions are swept: some tens of milliseconds for which readers wait. */
export const rowsPerSweep = 500

/** Rows of the directory written at once; likewise. */
export const rowsPerWrite = 1_000

/** Ids that stand there twice and are named after the first; a file with more is wrong as a whole. */
export const moreTwins = 20
