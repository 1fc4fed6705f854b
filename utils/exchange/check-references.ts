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

function checkArticle(article: Article, path: string, add: Add): void {
  const { url, otherUrls = [], published } = article
  const noAddress = 'must be a web address (http or https)'
  if (url !== null && !URL.canParse(url)) add(`${path}.url`, noAddress)
  for (const [index, other] of otherUrls.entries()) {
    if (!URL.canParse(other)) add(`${path}.otherUrls[${index}]`, noAddress)
  }
  if (!isEdtfDate(published)) add(`${path}.published`, `${quote(published)} is no year, month or day`)
}

function checkAnswers(answers: Answer[], questions: Set<string>, path: string, add: Add): void {
  const answered = new Set<string>()
  for (const [index, { question }] of answers.entries()) {
    const at = `${path}[${index}].question`
    if (!questions.has(question)) add(at, `no such question: ${quote(question)}`)
    else if (answered.has(question)) add(at, `${quote(question)} is answered twice by this claim`)
    answered.add(question)
  }
}

function checkClaim(claim: Claim, article: Article | undefined, path: string, add: Add): void {
  const { chain, about } = claim
  if (!article) add(`${path}.article`, `no such article: ${quote(claim.article)}`)
  else if (chain.at(-1) !== article.publisher) {
    add(`${path}.chain`, `must end in the article's publisher, ${quote(article.publisher)}`)
  }
  if (about !== null && !isEdtf(about))
    add(`${path}.about`, `${quote(about)} is no date and no time between two`)
}

function checkSpotting({ spotting }: Dossier, add: Add): void {
  if (!spotting) return
  checkIds(spotting.groups, 'spotting.groups', add)
  const groups = new Set(spotting.groups.map(({ id }) => id))
  for (const [index, { all }] of spotting.rules.entries()) {
    for (const [place, id] of all.entries()) {
      if (!groups.has(id)) add(`spotting.rules[${index}].all[${place}]`, `no such group: ${quote(id)}`)
    }
  }
}

/**
 * What a schema cannot see in a dossier of the right shape: ids that are taken twice or name nothing, dates
 * and addresses that do not exist, chains that do not end in the outlet. In the order of the file.
 */
export function checkReferences(dossier: Dossier): Fault[] {
  const faults: Fault[] = []
  const add: Add = (path, what) => faults.push({ path, what })
  const { reportErrors, questions, articles, claims } = dossier
  // It becomes a link where it looks like an address; no other scheme may.
  if (reportErrors !== undefined && /^[a-z][a-z0-9+.-]*:\S/i.test(reportErrors)) {
    if (!/^(https?:\/\/|mailto:)/.test(reportErrors) || !URL.canParse(reportErrors)) {
      add('reportErrors', 'must be a web address, mailto: or a sentence')
    }
  }
  checkSpotting(dossier, add)
  checkIds(questions, 'questions', add)
  checkIds(articles, 'articles', add)
  checkIds(claims, 'claims', add)
  const questionIds = new Set<string>(questions.map(({ id }) => id))
  const articleById = new Map(articles.map(article => [article.id, article]))
  for (const [index, article] of articles.entries()) checkArticle(article, `articles[${index}]`, add)
  for (const [index, claim] of claims.entries()) {
    const path = `claims[${index}]`
    checkClaim(claim, articleById.get(claim.article), path, add)
    checkAnswers(claim.bearsOn, questionIds, `${path}.bearsOn`, add)
  }
  return faults
}
