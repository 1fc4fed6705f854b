import type { Answer, Article, Claim, Dossier, Question, Speaker, Spotting } from '../model/dossier'

/** All of a dossier but its lists. */
export type HeadFields = Omit<Dossier, 'questions' | 'articles' | 'claims'>

/**
 * Copies field by field, so that nothing unchecked is ever kept: a field the schema does not name (or a
 * `__proto__`) stays behind. Fields that are absent stay absent.
 */
function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  const copy: Partial<Pick<T, K>> = {}
  for (const name of names) if (Object.hasOwn(from, name)) copy[name] = from[name]
  return copy as Pick<T, K>
}

export const pickQuestion = (question: Question): Question => pick(question, ['id', 'group', 'text'])

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
export const pickArticle = (article: Article): Article => pick(article, articleFields)

/** A role or affiliation that the file gives as null is one that nobody knows: absent in the model. */
export const pickSpeaker = ({ name, kind, role, affiliation }: Speaker): Speaker => ({
  name,
  kind,
  ...(typeof role === 'string' ? { role } : {}),
  ...(typeof affiliation === 'string' ? { affiliation } : {}),
})
const pickAnswer = (answer: Answer): Answer => pick(answer, ['question', 'position'])

export const pickClaim = (claim: Claim): Claim => ({
  ...pick(claim, ['id', 'article', 'statement']),
  locator: pick(claim.locator, ['words', 'hash']),
  ...pick(claim, ['subject', 'actor']),
  speaker: pickSpeaker(claim.speaker),
  ...pick(claim, ['chain', 'modality', 'about']),
  bearsOn: claim.bearsOn.map(pickAnswer),
})

export const pickSpotting = ({ groups, rules, threshold }: Spotting): Spotting => ({
  groups: groups.map(group => pick(group, ['id', 'terms'])),
  rules: rules.map(rule => pick(rule, ['all', 'weight'])),
  threshold,
})

/** A dossier's fields beside its lists; what is absent stays absent. */
export const pickHead = (head: HeadFields): HeadFields => ({
  ...pick(head, ['format', 'version', 'id', 'title', 'summary', 'compiledBy', 'reportErrors']),
  ...(Object.hasOwn(head, 'spotting') && head.spotting ? { spotting: pickSpotting(head.spotting) } : {}),
})
