import type { ComparedFacts, FactStanding } from '../model/comparison'
import type { Edtf } from '../model/dossier'
import type { QuestionId } from '../model/ids'
import type { ClaimOnFile } from '../model/reading'
import { foldName } from './fold-name'
import { makeStance } from './make-stance'
import { type Interval, parseInterval } from './parse-interval'
import { compareRanges } from './parts/compare-values'

/** How two claims stand in what is known of them besides their words: seen from the article, so "finer" is on file. */
export function compareFacts(here: ClaimOnFile, onFile: ClaimOnFile, question: QuestionId): ComparedFacts {
  const [a, b] = [here, onFile].map(claim => makeStance(claim, question))
  return {
    position: areEqual(a?.position, b?.position),
    speaker: compareSpeakers(here, onFile),
    modality: areEqual(here.modality, onFile.modality),
    about: compareTimes(here.about, onFile.about),
  }
}

const areEqual = (a: string | null | undefined, b: string | null | undefined): FactStanding =>
  a && b ? (a === b ? 'same' : 'differs') : 'unknown'

/** Anonymous speakers are labels: whether two are one nobody can tell, also not of one and somebody with a name. */
function compareSpeakers({ speaker: a }: ClaimOnFile, { speaker: b }: ClaimOnFile): FactStanding {
  if (a.kind === 'anonymous' || b.kind === 'anonymous') return 'unknown'
  return areEqual(foldName(a.name), foldName(b.name))
}

function compareTimes(here: Edtf | null, onFile: Edtf | null): FactStanding {
  const [a, b] = [parseInterval(here), parseInterval(onFile)]
  return a && b ? compareRanges(boundsOf(b), boundsOf(a)) : 'unknown'
}

const boundsOf = ({ startMs, endMs }: Interval): [number, number] => [startMs, endMs]
