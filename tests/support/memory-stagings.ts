import type { Article, Claim, Dossier } from '../../utils/model/dossier'
import type { CorpusPort } from '../../utils/model/ports'
import { fail, succeed } from '../../utils/model/result'

/** Stagings on plain lists: what is added is saved as a whole at the end. */
export function createMemoryStagings(save: CorpusPort['saveDossier']): CorpusPort['stageDossier'] {
  let last: Promise<unknown> = Promise.resolve()
  return async () => {
    const before = last
    let end = (): void => {}
    last = new Promise<void>(resolve => {
      end = resolve
    })
    await before
    const articles: Article[] = []
    const claims: Claim[] = []
    let isCancelled = false
    return {
      async addArticles(added) {
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
      findArticles: async ids =>
        new Map(articles.filter(({ id }) => ids.includes(id)).map(article => [article.id, article])),
      openClaims: () => {},
      async addClaims(added) {
        claims.push(...added.map(({ claim }) => claim))
        return succeed(undefined)
      },
      cancel() {
        isCancelled = true
      },
      async settle(head) {
        const saved = isCancelled
          ? fail('cancelled', 'before it was settled')
          : await save({ ...head, articles, claims } as Dossier)
        end()
        return saved
      },
      abandon: async () => end(),
    }
  }
}
