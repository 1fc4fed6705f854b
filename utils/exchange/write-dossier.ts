import type { DossierHead, DossierPart } from '../model/ports'
import { pickArticle, pickClaim, pickHead, pickQuestion } from './pick-known'

/** An entry stands in one line: a file of a hundred thousand claims is read by people too, and compared line by line. */
const line = (value: unknown): string => `    ${JSON.stringify(value)}`

/**
 * A dossier's file, piece by piece, in the order in which it is taken in at one reading: all but the lists, articles,
 * claims. The same dossier gives the same bytes, whatever order its fields were kept in. Rejects where `parts` do.
 */
export async function* writeDossier(
  head: DossierHead,
  parts: AsyncIterable<DossierPart>,
): AsyncGenerator<string> {
  const top = pickHead(head)
  yield `${JSON.stringify(top, null, 2).slice(0, -'\n}'.length)},\n  "questions": [`
  yield* writeList(head.questions.map(pickQuestion))
  yield '\n  ],\n  "articles": ['
  let hasArticles = false
  let hasClaims = false
  for await (const { articles, claims } of parts) {
    if (articles.length > 0) yield* writeList(articles.map(pickArticle), hasArticles)
    hasArticles ||= articles.length > 0
    if (claims.length === 0) continue
    if (!hasClaims) yield '\n  ],\n  "claims": ['
    yield* writeList(claims.map(pickClaim), hasClaims)
    hasClaims = true
  }
  if (!hasClaims) yield '\n  ],\n  "claims": ['
  yield '\n  ]\n}\n'
}

function* writeList(entries: readonly unknown[], goesOn = false): Generator<string> {
  if (entries.length > 0) yield `${goesOn ? ',' : ''}\n${entries.map(line).join(',\n')}`
}
