import type { ClaimOnFile, SourceCount } from '../model/reading'
import { foldName } from './fold-name'
import { groupBySource } from './group-by-source'
import type { Stance } from './make-stance'

/** Sources and the outlets that carry them: "3 sources (7 outlets)". */
export const countSources = (stances: readonly Stance[]): SourceCount => ({
  sources: groupBySource(stances).length,
  outlets: countOutlets(stances.map(({ claim }) => claim)),
})

/** Outlets that carry these claims, under whatever spelling. */
export const countOutlets = (claims: readonly ClaimOnFile[]): number =>
  new Set(claims.map(({ source }) => foldName(source.publisher))).size
