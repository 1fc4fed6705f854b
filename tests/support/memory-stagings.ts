import { isDeepStrictEqual } from 'node:util'
import type { Article, Claim, Dossier } from '../../utils/model/dossier'
import { type HeldDossier, type PreparedDossier, reportOf } from '../../utils/model/file-preview'
import type { ArticleId, ClaimId, DossierId } from '../../utils/model/ids'
import type { CarriedClaim, CorpusPort, DossierHead, DossierStaging } from '../../utils/model/ports'
import { fail, type Result, succeed } from '../../utils/model/result'

interface Corpus {
  compare(dossier: Dossier): Result<Omit<PreparedDossier, 'held'>>
  put(dossier: Dossier): void
  listEditions(): Map<DossierId, number>
  hasClaim(dossier: DossierId, id: ClaimId): boolean
}
type Stagings = Pick<
  CorpusPort,
  'stageDossier' | 'compareHeld' | 'settleHeld' | 'keepHeld' | 'findGoneClaims'
>

/** Stagings on plain lists: what is added is compared and saved as a whole at the end. */
export function createMemoryStagings(corpus: Corpus): Stagings {
  let last: Promise<unknown> = Promise.resolve()
  let count = 0
  const held = new Map<HeldDossier, { dossier: Dossier; against: Map<DossierId, number> }>()
  const cleared = () => fail('bad-input', 'what was staged was cleared away')

  function hold(dossier: Dossier, number: HeldDossier): Result<PreparedDossier> {
    const compared = corpus.compare(dossier)
    if (!compared.ok) return compared
    held.set(number, { dossier, against: corpus.listEditions() })
    return succeed({ ...compared.value, held: number })
  }

  return {
    compareHeld: async number => {
      const there = held.get(number)
      return there ? hold(there.dossier, number) : cleared()
    },
    async settleHeld(number) {
      const there = held.get(number)
      if (!there) return cleared()
      if (!isDeepStrictEqual(there.against, corpus.listEditions())) {
        return fail('conflict', 'what is on file changed since it was compared')
      }
      corpus.put(there.dossier)
      held.delete(number)
      return succeed(undefined)
    },
    async keepHeld(kept) {
      for (const number of held.keys()) if (!kept.includes(number)) held.delete(number)
    },
    async findGoneClaims(number, ids) {
      const dossier = held.get(number)?.dossier
      const stays = (id: ClaimId) => dossier?.claims.some(claim => claim.id === id)
      return dossier ? ids.filter(id => corpus.hasClaim(dossier.id, id) && !stays(id)) : []
    },
    stageDossier: open,
  }

  async function open(): Promise<DossierStaging> {
    const before = last
    let end = (): void => {}
    last = new Promise<void>(resolve => {
      end = resolve
    })
    await before
    const articles: Article[] = []
    const claims: Claim[] = []
    let isCancelled = false
    const staging: DossierStaging = {
      async addArticles(added: readonly Article[]) {
        for (const article of added) {
          const twin = articles.findIndex(({ id }) => id === article.id)
          if (twin >= 0) {
            const what = `“${article.id}” is the id of articles[${twin}] too`
            return fail('bad-input', `articles[${articles.length}].id: ${what}`)
          }
          articles.push(article)
        }
        return succeed(undefined)
      },
      findArticles: async (ids: readonly ArticleId[]) =>
        new Map(articles.filter(({ id }) => ids.includes(id)).map(article => [article.id, article])),
      openClaims: () => {},
      async addClaims(added: readonly CarriedClaim[]) {
        claims.push(...added.map(({ claim }) => claim))
        return succeed(undefined)
      },
      cancel() {
        isCancelled = true
      },
      async prepare(head: DossierHead, onShare: (share: number) => void = () => {}) {
        onShare(1)
        count += 1
        const prepared = isCancelled
          ? fail('cancelled', 'before it was settled')
          : hold({ ...head, articles, claims } as Dossier, count)
        end()
        return prepared
      },
      async settle(head: DossierHead) {
        const prepared = await staging.prepare(head)
        if (!prepared.ok) return prepared
        corpus.put({ ...head, articles, claims } as Dossier)
        held.delete(prepared.value.held)
        return succeed(reportOf(prepared.value.changes))
      },
      abandon: async () => end(),
    }
    return staging
  }
}
