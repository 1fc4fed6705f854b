/** What a chooser offers to be taken in: files of ours, and highlights of other programs. */
export const fileKinds = '.json,.jsonld,.csv,application/json,application/ld+json,text/csv'
