import type { Answer, Article, Claim, Dossier, Question, Speaker, Spotting } from '../model/dossier'

/**
 * Copies field by field, so that nothing unchecked is ever kept: a field the schema does not name (or a
 * `__proto__`) stays behind. Fields that are absent stay absent.
 */
function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  const copy: Partial<Pick<T, K>> = {}
  for (const name of names) if (Object.hasOwn(from, name)) copy[name] = from[name]
  return copy as Pick<T, K>
}

const pickQuestion = (question: Question): Question => pick(question, ['id', 'group', 'text'])

const articleFields = [
  'id',
  'url',
  'otherUrls',
  'publisher',
  'credit',
  'title',
  'published',
  'language',
  'leader',
] as const satisfies readonly (keyof Article)[]
const pickArticle = (article: Article): Article => pick(article, articleFields)

/** A role or affiliation that the file gives as null is one that nobody knows: absent in the model. */
const pickSpeaker = ({ name, kind, role, affiliation }: Speaker): Speaker => ({
  name,
  kind,
  ...(typeof role === 'string' ? { role } : {}),
  ...(typeof affiliation === 'string' ? { affiliation } : {}),
})
const pickAnswer = (answer: Answer): Answer => pick(answer, ['question', 'position'])

const pickClaim = (claim: Claim): Claim => ({
  ...pick(claim, ['id', 'article', 'statement']),
  locator: pick(claim.locator, ['words', 'hash']),
  ...pick(claim, ['subject', 'actor']),
  speaker: pickSpeaker(claim.speaker),
  ...pick(claim, ['chain', 'modality', 'about']),
  bearsOn: claim.bearsOn.map(pickAnswer),
})

const pickSpotting = ({ groups, rules, threshold }: Spotting): Spotting => ({
  groups: groups.map(group => pick(group, ['id', 'terms'])),
  rules: rules.map(rule => pick(rule, ['all', 'weight'])),
  threshold,
})

/** A dossier of the right shape, with the fields this program knows and in their usual order. */
export const pickDossier = (dossier: Dossier): Dossier => ({
  ...pick(dossier, ['format', 'version', 'id', 'title', 'summary', 'compiledBy', 'reportErrors']),
  ...(Object.hasOwn(dossier, 'spotting') && dossier.spotting
    ? { spotting: pickSpotting(dossier.spotting) }
    : {}),
  questions: dossier.questions.map(pickQuestion),
  articles: dossier.articles.map(pickArticle),
  claims: dossier.claims.map(pickClaim),
})
