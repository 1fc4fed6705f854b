const dayMs = 24 * 60 * 60 * 1000

/**
 * From this gap on, two accounts that differ are of different times (relations.md, row 8). Half a year: of the
 * starter dossier's 653 dated claims 502 speak of one month or day, so that "nearer" mostly means the same affair.
 */
export const otherTimeMs = 183 * dayMs

/**
 * Within this time a statement carried elsewhere is the same statement going round (relations.md, "One source").
 * A week, counted between days of publication: both 1 and 8 May are within it.
 */
export const sameStoryMs = 7 * dayMs

/**
 * Questions that ask what somebody did: where both claims name the one who did it, and name another, they answer
 * different questions (relations.md, row 3). Ids of the starter dossier; the format has no field for it yet.
 */
export const questionsWithActor: ReadonlySet<string> = new Set([
  'listened',
  'state-actor',
  'leader-hacked',
  'official-compromised',
  'content-obtained',
  'influence',
])

/** A page is an article on file where at least so many of its claims' passages are found, … */
export const fewestLocators = 3

/** … and at least this share of them. None of 300 PolNeAR articles on other topics was taken for one on file. */
export const leastShareOfLocators = 0.5

/**
 * Fewer found: the page carries some of the same words, if one of them is a passage of at least so many words;
 * shorter ones are met by chance. With 4, none of 300 PolNeAR articles on other topics was said to carry any, and of
 * the starter's two sample articles one shares a quotation with two others on file, the other with one.
 */
export const fewestWordsCarried = 4
