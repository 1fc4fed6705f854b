import { asArticleId } from '../model/ids'
import type { ReaderClaim } from '../model/reader-claim'
import type { ClaimOnFile } from '../model/reading'

/**
 * A reader's claim as any other claim: said by the outlet, at the time of publication, from a source that is marked as
 * the reader's. Claims made on one page have one source.
 */
export function toClaimOnFile(own: ReaderClaim): ClaimOnFile {
  const { id, title, statement, locator, subject, question, position } = own
  const url = own.addresses[0] ?? null
  const article = asArticleId(`reader:${url}`)
  const outlet = own.outlet || hostOf(url) || title
  return {
    id,
    article,
    statement,
    locator,
    subject,
    speaker: { name: outlet, kind: 'outlet' },
    chain: [outlet],
    modality: 'reports',
    about: own.published,
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

const hostOf = (url: string | null): string => (url !== null && URL.canParse(url) ? new URL(url).host : '')
