import fc from 'fast-check'
import { type Claim, type Dossier, positions, speakerKinds } from '../../utils/model/dossier'
import { asArticleId, asClaimId, asDossierId, asQuestionId } from '../../utils/model/ids'

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:#-]{0,8}$/)
/** Any text, surrogates alone and control characters included. */
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
const date = fc.constantFrom('2031', '2031-05', '2031-05-06', '2028-02-29')
const about = fc.option(fc.oneof(date, fc.constantFrom('2030/2031-05', '../2013', '2031-05/..')))
/** Absent as often as there. */
const maybe = <Name extends string, T>(name: Name, value: fc.Arbitrary<T>) =>
  fc.record({ [name]: value } as Record<Name, fc.Arbitrary<T>>, { requiredKeys: [] })

const spotting = fc.record({
  groups: fc.constant([
    { id: 'g', terms: ['phone*', 'private line'] },
    { id: 'h', terms: ['palace'] },
  ]),
  rules: fc.array(
    fc.record({ all: fc.constantFrom(['g'], ['h', 'g']), weight: fc.integer({ min: -3, max: 3 }) }),
    { maxLength: 3 },
  ),
  threshold: fc.integer({ min: 0, max: 4 }),
})

const questions = fc.uniqueArray(fc.record({ id: id.map(asQuestionId), group: text, text }), {
  minLength: 1,
  maxLength: 4,
  selector: question => question.id,
})
const articles = fc.uniqueArray(
  fc
    .tuple(
      fc.record({
        id: id.map(asArticleId),
        url: fc.option(fc.nat(99).map(n => `https://morgenpost.example/${n}`)),
        publisher: text,
        title: fc.option(text),
        published: date,
        language: fc.constantFrom('en', 'pt-BR', 'und'),
        leader: text,
      }),
      maybe(
        'otherUrls',
        fc.array(
          fc.nat(9).map(n => `https://amp.example/${n}`),
          { maxLength: 2 },
        ),
      ),
      maybe('credit', text),
    )
    .map(([article, ...more]) => Object.assign(article, ...more) as typeof article),
  { minLength: 1, maxLength: 4, selector: article => article.id },
)
const claims = fc.uniqueArray(
  fc.tuple(
    fc.record({
      id: id.map(asClaimId),
      at: fc.nat(99),
      statement: text,
      words: fc.integer({ min: 1, max: 100 }),
      hash: fc.stringMatching(/^[0-9a-f]{16}$/),
      name: text,
      kind: fc.constantFrom(...speakerKinds),
      through: fc.array(text, { maxLength: 3 }),
      modality: fc.constantFrom('asserts', 'reports', 'denies', 'warns', 'declines', 'questions'),
      about,
      position: fc.constantFrom(...positions),
      answers: fc.nat(4),
    }),
    fc.record({ subject: text, actor: text }, { requiredKeys: [] }),
    fc.record({ role: text, affiliation: text }, { requiredKeys: [] }),
  ),
  { maxLength: 8, selector: ([{ id: own }]) => own },
)

/** A dossier that can be taken in: what names something names what is there. */
export const arbitraryDossier: fc.Arbitrary<Dossier> = fc
  .tuple(
    fc.record({
      version: fc.integer({ min: 1, max: 1_000_000_000 }),
      id: id.map(asDossierId),
      title: text,
      summary: fc.oneof(fc.constant(''), text),
    }),
    maybe('compiledBy', text),
    maybe('reportErrors', fc.constantFrom('https://morgenpost.example/errors', 'by letter')),
    maybe('spotting', spotting),
    questions,
    articles,
    claims,
  )
  .map(([head, compiledBy, reportErrors, told, asked, carrying, said]) => ({
    format: 'dossier',
    ...head,
    ...compiledBy,
    ...reportErrors,
    ...told,
    questions: asked,
    articles: carrying,
    claims: said.map(
      ([{ at, words, hash, name, kind, through, position, answers, ...claim }, who, more]): Claim => {
        const article = carrying[at % carrying.length] ?? carrying[0]
        return {
          ...claim,
          ...who,
          article: article?.id ?? asArticleId('none'),
          locator: { words, hash },
          speaker: { name, kind, ...more },
          chain: [...through, article?.publisher ?? ''],
          bearsOn: asked.slice(0, answers).map(({ id: question }) => ({ question, position })),
        }
      },
    ),
  }))
