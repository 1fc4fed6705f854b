/**
 * English words that say nothing of what a sentence is about: articles, pronouns, auxiliaries, prepositions, and the
 * verbs by which news is told ("said", "according to"). Letters that folding leaves of "it's" and "can't" too.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after again against all also am among an and another any are as at be because been before being between
  both but by can could d did do does doing done down during each for from had has have having he her here him his how
  i if in into is it its just ll m many may me might more most mr mrs ms much must my no nor not of off on one only or
  other our out over own re s said same say saying says shall she should since so some such t tell than that the their
  them then there these they this those through to told too two under until up us ve very was we were what when where
  which while who whom whose why will with without would you your according`
    .split(/\s+/)
    .filter(Boolean),
)
