import type { Answer, Article, Claim, Dossier } from '../model/dossier'
import { isEdtf, isEdtfDate } from '../model/edtf'
import { type Fault, quote } from './describe-faults'

/** `add` collects what is wrong at one place of the dossier. */
type Add = (path: string, what: string) => void

function checkIds(items: readonly { id: string }[], list: string, add: Add): void {
  const first = new Map<string, number>()
  for (const [index, { id }] of items.entries()) {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, index)
    else add(`${list}[${index}].id`, `${quote(id)} is the id of ${list}[${earlier}] too`)
  }
}

/** What a schema cannot see in an article of the right shape: addresses and dates that do not exist. */
export function checkArticle(article: Article, path: string): Fault[] {
  const faults: Fault[] = []
  const { url, otherUrls = [], published } = article
  const what = 'must be a web address (http or https)'
  if (url !== null && !URL.canParse(url)) faults.push({ path: `${path}.url`, what })
  for (const [index, other] of otherUrls.entries()) {
    if (!URL.canParse(other)) faults.push({ path: `${path}.otherUrls[${index}]`, what })
  }
  if (!isEdtfDate(published)) {
    faults.push({ path: `${path}.published`, what: `${quote(published)} is no year, month or day` })
  }
  return faults
}

function checkAnswers(answers: Answer[], questions: ReadonlySet<string>, path: string, add: Add): void {
  const answered = new Set<string>()
  for (const [index, { question }] of answers.entries()) {
    const at = `${path}[${index}].question`
    if (!questions.has(question)) add(at, `no such question: ${quote(question)}`)
    else if (answered.has(question)) add(at, `${quote(question)} is answered twice by this claim`)
    answered.add(question)
  }
}

/**
 * The same of a claim: names of articles and questions that are not there, a chain that does not end in the outlet, a time
 * that does not exist.
 */
export function checkClaim(
  claim: Claim,
  article: Article | undefined,
  questions: ReadonlySet<string>,
  path: string,
): Fault[] {
  const faults: Fault[] = []
  const add: Add = (at, what) => faults.push({ path: at, what })
  const { chain, about } = claim
  if (!article) add(`${path}.article`, `no such article: ${quote(claim.article)}`)
  else if (chain.at(-1) !== article.publisher) {
    add(`${path}.chain`, `must end in the article's publisher, ${quote(article.publisher)}`)
  }
  if (about !== null && !isEdtf(about))
    add(`${path}.about`, `${quote(about)} is no date and no time between two`)
  checkAnswers(claim.bearsOn, questions, `${path}.bearsOn`, add)
  return faults
}

/** The same of all but articles and claims: an address that is none, ids that are taken twice or name nothing. */
export function checkHead({
  reportErrors,
  spotting,
  questions,
}: Pick<Dossier, 'reportErrors' | 'spotting' | 'questions'>): Fault[] {
  const faults: Fault[] = []
  const add: Add = (path, what) => faults.push({ path, what })
  // It becomes a link where it looks like an address; no other scheme may.
  if (reportErrors !== undefined && /^[a-z][a-z0-9+.-]*:\S/i.test(reportErrors)) {
    if (!/^(https?:\/\/|mailto:)/.test(reportErrors) || !URL.canParse(reportErrors)) {
      add('reportErrors', 'must be a web address, mailto: or a sentence')
    }
  }
  checkIds(questions, 'questions', add)
  if (!spotting) return faults
  checkIds(spotting.groups, 'spotting.groups', add)
  const groups = new Set(spotting.groups.map(({ id }) => id))
  for (const [index, { all }] of spotting.rules.entries()) {
    for (const [place, id] of all.entries()) {
      if (!groups.has(id)) add(`spotting.rules[${index}].all[${place}]`, `no such group: ${quote(id)}`)
    }
  }
  return faults
}

/** Ids that are taken twice, and `checkClaim` for each claim, of a dossier that is whole in memory. */
export function checkLists({ questions, articles, claims }: Dossier): Fault[] {
  const faults: Fault[] = []
  const add: Add = (path, what) => faults.push({ path, what })
  checkIds(articles, 'articles', add)
  checkIds(claims, 'claims', add)
  const questionIds = new Set<string>(questions.map(({ id }) => id))
  const articleById = new Map(articles.map(article => [article.id, article]))
  for (const [index, claim] of claims.entries()) {
    faults.push(...checkClaim(claim, articleById.get(claim.article), questionIds, `claims[${index}]`))
  }
  return faults
}
