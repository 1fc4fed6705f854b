import { type ArticleId, asArticleId } from '../model/ids'
import type { ReaderClaim } from '../model/reader-claim'
import type { ClaimOnFile } from '../model/reading'

/**
 * A reader's claim as any other claim: said by whom the reader names, else by the outlet, at the time that the reader names,
 * else that of publication, from a source that is marked as the reader's. Claims made on one page have one source.
 */
export function toClaimOnFile(own: ReaderClaim): ClaimOnFile {
  const { id, title, statement, locator, subject, question, position } = own
  const url = own.addresses[0] ?? null
  const article = articleOfPage(url)
  const outlet = own.outlet || hostOf(url) || title
  return {
    id,
    article,
    statement,
    locator,
    subject,
    speaker: own.speaker ?? { name: outlet, kind: 'outlet' },
    chain: own.chain ?? (own.speaker ? [own.speaker.name, outlet] : [outlet]),
    modality: 'reports',
    about: own.about === undefined ? own.published : own.about,
    bearsOn: [{ question, position }],
    source: {
      id: article,
      url,
      publisher: outlet,
      title: title || null,
      published: own.published ?? '',
      leader: subject,
      isReaders: true,
    },
  }
}

/** The same of several, without what the reader says that is not said. */
export const toClaimsOnFile = (own: readonly ReaderClaim[]): ClaimOnFile[] =>
  own.filter(({ isRejected }) => !isRejected).map(toClaimOnFile)

/** The id under which a page that is not on file has its claims, the reader's and those that a machine reads there. */
export const articleOfPage = (url: string | null): ArticleId => asArticleId(`reader:${url}`)

export const hostOf = (url: string | null): string =>
  url !== null && URL.canParse(url) ? new URL(url).host : ''
