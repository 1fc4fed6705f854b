import type { Question } from '../model/dossier'
import type { ClaimOnFile, QuestionSummary } from '../model/reading'
import { countOutlets } from './count-sources'
import { groupBySource } from './group-by-source'
import { makeStance } from './make-stance'
import { parseInterval } from './parse-interval'

/** A question and how much is on file about it; yes and no count sources. Null where nothing is on file. */
export function summarizeQuestion(
  question: Question,
  claims: readonly ClaimOnFile[],
): QuestionSummary | null {
  const years = findYears(claims)
  if (!years) return null
  const groups = groupBySource(claims.map(claim => makeStance(claim, question.id)))
  return {
    question,
    counts: { sources: groups.length, outlets: countOutlets(claims) },
    yes: groups.filter(([first]) => first?.position === 'yes').length,
    no: groups.filter(([first]) => first?.position === 'no').length,
    ...years,
  }
}

/** The first and the last year in which claims were published (EDTF); null where none has a date. */
export function findYears(claims: readonly ClaimOnFile[]): { from: string; to: string } | null {
  const years = claims
    .flatMap(({ source }) => parseInterval(source.published)?.startMs ?? [])
    .map(startMs => new Date(startMs).getUTCFullYear())
  if (years.length === 0) return null
  const write = (year: number): string => String(year).padStart(4, '0')
  return { from: write(Math.min(...years)), to: write(Math.max(...years)) }
}
