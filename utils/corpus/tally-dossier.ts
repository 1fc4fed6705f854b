import { foldName } from '../matching/fold-name'
import { parseInterval } from '../matching/parse-interval'
import { bareHost } from '../model/bare-host'
import { dayMs } from '../model/day-ms'
import { type Article, type Claim, positions, type Question } from '../model/dossier'
import type { QuestionId } from '../model/ids'
import type { ClaimOnFile, QuestionSummary } from '../model/reading'
import { hashText } from './hash-text'
import type { AnswerKey } from './rows'

/** Days since 1970 of the time that a claim is about, else of its publication; 0 where neither is known. */
export function dayOf(about: string | null, published: string | undefined): number {
  const interval = parseInterval(about) ?? parseInterval(published ?? null)
  const ms = [interval?.startMs, interval?.endMs].find(Number.isFinite) ?? 0
  return Math.floor(ms / dayMs)
}

/** In the place of a subject's hash: all of them. */
export const whoever = 0

/** A subject as keys have it, under whatever spelling. */
export const hashSubject = (name: string): number => hashText(foldName(name))[0] || 1

interface QuestionTally {
  question: Question
  number: number
  claims: number
  yes: number
  no: number
  outlets: Set<string>
  firstYear: number
  lastYear: number
}

/** What is said of a dossier at its foot, summed up while it is taken in: memory grows with outlets, not with claims. */
export function createArticleTally() {
  const outletHosts = new Set<string>()
  let articleCount = 0
  let upTo = ''
  return {
    add({ url, published }: Article): void {
      articleCount += 1
      // As text: of `2026` and `2026-01-28` the longer is the later, since it says more.
      if (published > upTo) upTo = published
      if (url !== null && URL.canParse(url)) outletHosts.add(bareHost(new URL(url).hostname))
    },
    finish: () => ({ articleCount, upTo, outletHosts: [...outletHosts].sort() }),
  }
}

/** The same of a dossier's claims, question by question. */
export function createClaimTally(questions: readonly Question[]) {
  const byId = new Map<QuestionId, QuestionTally>(
    questions.map((question, number) => [
      question.id,
      {
        question,
        number,
        claims: 0,
        yes: 0,
        no: 0,
        outlets: new Set(),
        firstYear: Number.POSITIVE_INFINITY,
        lastYear: Number.NEGATIVE_INFINITY,
      },
    ]),
  )
  const locatorLengths = new Set<number>()
  let claimCount = 0

  return {
    /** Gives the keys under which the claim answers its questions. */
    add(edition: number, claim: Claim, source: ClaimOnFile['source'] | null): AnswerKey[] {
      claimCount += 1
      locatorLengths.add(claim.locator.words)
      const day = dayOf(claim.about, source?.published)
      const subject = hashSubject(claim.subject ?? source?.leader ?? '')
      const year = source && parseInterval(source.published)
      return claim.bearsOn.flatMap(({ question, position }): AnswerKey[] => {
        const tally = byId.get(question)
        if (!tally) return []
        if (source) {
          tally.claims += 1
          if (position === 'yes') tally.yes += 1
          if (position === 'no') tally.no += 1
          tally.outlets.add(foldName(source.publisher))
        }
        if (year) {
          const published = new Date(year.startMs).getUTCFullYear()
          tally.firstYear = Math.min(tally.firstYear, published)
          tally.lastYear = Math.max(tally.lastYear, published)
        }
        const place = positions.indexOf(position)
        return [
          [edition, tally.number, whoever, place, day],
          [edition, tally.number, subject, place, day],
        ]
      })
    },
    count: () => claimCount,
    locatorLengths: () => [...locatorLengths].sort((a, b) => a - b),
    sizes: () => [...byId.values()].map(({ claims }) => claims),
    /** Of a question with too many claims to compare them all; null where none has a date. */
    summarize(question: QuestionId): QuestionSummary | null {
      const tally = byId.get(question)
      if (!tally || !Number.isFinite(tally.firstYear)) return null
      return {
        question: tally.question,
        counts: { sources: tally.claims, outlets: tally.outlets.size },
        yes: tally.yes,
        no: tally.no,
        from: String(tally.firstYear).padStart(4, '0'),
        to: String(tally.lastYear).padStart(4, '0'),
        isByClaims: true,
      }
    },
  }
}
