import type { Speaker } from '../model/dossier'
import type { ClaimOnFile } from '../model/reading'
import { byText, type ExportContent } from './export-content'

const speakerOf = ({ name, kind, role, affiliation }: Speaker) => ({
  '@type': kind === 'institution' || kind === 'outlet' ? 'Organization' : 'Person',
  name,
  ...(role && { jobTitle: role }),
  ...(affiliation && { affiliation: { '@type': 'Organization', name: affiliation } }),
})

const articleOf = ({ source }: ClaimOnFile) => ({
  '@type': 'NewsArticle',
  ...(source.url !== null && { url: source.url }),
  ...(source.title !== null && { headline: source.title }),
  ...(source.published !== '' && { datePublished: source.published }),
  publisher: { '@type': 'Organization', name: source.publisher },
})

/** Who says what, in the same words: one claim, wherever it appeared. */
const keyOf = ({ statement, speaker }: ClaimOnFile): string => JSON.stringify([statement, speaker.name])

/**
 * The claims as schema.org's `Claim`, each with the articles that it appeared in, and the first of them where their dates
 * tell one. There is no `ClaimReview`, for that rates a claim, and Sidelight never says who is right.
 */
export function* writeSchemaOrg({ articles, questions }: ExportContent): Generator<string> {
  const groups = new Map<string, ClaimOnFile[]>()
  for (const claim of articles.flatMap(({ claims }) => claims)) {
    const group = groups.get(keyOf(claim))
    if (group) group.push(claim)
    else groups.set(keyOf(claim), [claim])
  }
  yield '{"@context":"https://schema.org","@graph":['
  let separator = '\n'
  for (const group of groups.values()) {
    yield separator + JSON.stringify(toClaim(group, questions))
    separator = ',\n'
  }
  yield '\n]}\n'
}

/** What somebody says, from all articles that carry it in the same words. */
function toClaim(group: readonly ClaimOnFile[], questions: ExportContent['questions']): object {
  const sorted = group.toSorted((a, b) => byText(a.source.published, b.source.published))
  const [first, second] = sorted
  if (!first) return {}
  const date = first.source.published
  // A year says nothing of which day in it came first.
  const isFirst = date !== '' && !second?.source.published.startsWith(date)
  return {
    '@type': 'Claim',
    '@id': `urn:sidelight:claim:${first.id}`,
    text: first.statement,
    author: speakerOf(first.speaker),
    appearance: sorted.map(articleOf),
    ...(isFirst && { firstAppearance: articleOf(first) }),
    ...(first.about !== null && { temporalCoverage: first.about }),
    about: first.bearsOn.map(({ question, position }) => ({
      '@type': 'Question',
      name: questions[question] ?? question,
      // What the claim answers, not what is so.
      suggestedAnswer: { '@type': 'Answer', text: position },
    })),
  }
}
