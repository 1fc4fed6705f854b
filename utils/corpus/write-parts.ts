import { summarizeQuestion } from '../matching/summarize-question'
import type { Question } from '../model/dossier'
import type { QuestionSummary } from '../model/reading'
import type { TermProfile } from '../model/term-profile'
import type { EditionWriter, WithTables } from './edition-writer'
import { addLocator, createLocatorFilter } from './locator-filter'
import { readAnswers } from './read-answers'
import type { LocatorFilter, PackedProfile } from './rows'
import { entryLength } from './segment'
import { readDirectory } from './tables'
import { mostOfQuestion } from './weights'

export type Sums = Awaited<ReturnType<EditionWriter['finish']>>

/** Writes the small things of an edition, when all of its claims are in. */
export async function writeParts(
  withTables: WithTables,
  edition: number,
  questions: Question[],
  { tally, profiles, articles, bits }: Sums,
): Promise<void> {
  const sizes = tally.sizes()
  const summaries: (QuestionSummary | null)[] = []
  for (const [number, question] of questions.entries()) {
    const size = sizes[number] ?? 0
    const asked = { edition, question: question.id, number, size }
    summaries.push(
      size > mostOfQuestion
        ? tally.summarize(question.id)
        : summarizeQuestion(question, await withTables(({ leaves }) => readAnswers(leaves, asked))),
    )
  }
  const filter = await makeFilter(withTables, edition, bits, tally.count())
  const { outletHosts } = articles
  const data = { questions, summaries, sizes, outletHosts, locatorLengths: tally.locatorLengths() }
  await withTables(({ parts }) =>
    parts.bulkPut([
      { edition, name: 'questions', data },
      { edition, name: 'profiles', data: profiles.map(packProfile) },
      { edition, name: 'locators', data: filter },
    ]),
  )
}

async function makeFilter(
  withTables: WithTables,
  edition: number,
  bits: number,
  claims: number,
): Promise<LocatorFilter> {
  const filter = createLocatorFilter(claims)
  const buckets = 2 ** bits
  const step = Math.max(1, buckets / 64)
  for (let from = 0; from < buckets; from += step) {
    const rows = await withTables(tables => readDirectory(tables, edition, 'l', from, from + step - 1))
    for (const { words } of rows) {
      for (let at = 0; at < words.length; at += entryLength.l)
        addLocator(filter, words[at] ?? 0, words[at + 1] ?? 0)
    }
  }
  return filter
}

/** Terms have no spaces: they are words, and ids of groups. */
const packProfile = ({ question, claims, termsPerClaim, counts }: TermProfile): PackedProfile => ({
  question,
  claims,
  termsPerClaim,
  terms: counts.map(([term]) => term).join(' '),
  counts: Uint32Array.from(counts, ([, count]) => count),
})

export const unpackProfile = (
  dossier: TermProfile['dossier'],
  { question, claims, termsPerClaim, terms, counts }: PackedProfile,
): TermProfile => ({
  dossier,
  question,
  claims,
  termsPerClaim,
  counts: terms === '' ? [] : terms.split(' ').map((term, index) => [term, counts[index] ?? 0]),
})
