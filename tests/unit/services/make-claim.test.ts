import { beforeEach, describe, expect, test } from 'vitest'
import type { ArticleText } from '../../../utils/model/article-text'
import type { ClaimEntry, ClaimOrigin } from '../../../utils/model/claim-entry'
import { asClaimId, asDossierId, asHighlightId, asQuestionId } from '../../../utils/model/ids'
import { limits } from '../../../utils/model/limits'
import type { OpenPage } from '../../../utils/services/find-origin'
import { makeClaim } from '../../../utils/services/make-claim'
import { proposeClaim } from '../../../utils/services/propose-claim'
import { readArticle } from '../../../utils/services/read-article'
import { makeArticle, makeDossier, makeClaim as makeFiled, makeHighlight } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const said = 'An aide says that the president keeps two phones in her bag'
const text = `Rain fell. ${said}. Nobody minds. Nobody minds. Menu and footer.`
const article: ArticleText = {
  addresses: ['https://elsewhere.example/story', 'https://elsewhere.example/stated'],
  title: 'Two phones of President Oranje',
  outlet: 'Elsewhere',
  byline: 'By Ana Person',
  published: '2031-05-20T10:00:00Z',
  modified: null,
  language: 'en',
  text,
  story: [{ start: 0, end: text.indexOf(' Menu') }],
}
const spanOf = (words: string, start = text.indexOf(words)) => ({ start, end: start + words.length })
const passage = (words: string, start?: number): ClaimOrigin => ({
  from: 'passage',
  passage: spanOf(words, start),
  words,
})
const page: OpenPage = { article, spanOf: () => null }
const entry: ClaimEntry = {
  statement: ' She has two phones. ',
  speaker: { name: ' an aide ', kind: 'anonymous' },
  chain: ['Ana Person', '', 'Elsewhere'],
  about: '2031-04',
  subject: 'Tilda Oranje',
  dossier: asDossierId('oranje-phones'),
  question: asQuestionId('two-phones'),
  position: 'yes',
}

let ports: ReturnType<typeof createMemoryPorts>
beforeEach(async () => {
  ports = createMemoryPorts()
  const claims = [makeFiled('a1#1', 'a1', { 'two-phones': 'no' })]
  await ports.corpus.saveDossier(makeDossier({ articles: [makeArticle('a1')], claims }))
})
const make = (
  origin: ClaimOrigin,
  change: Partial<ClaimEntry> = {},
  at: OpenPage | null = page,
  seenMs?: number,
) => makeClaim(ports, origin, { ...entry, ...change }, at, seenMs)
async function madeOf(...given: Parameters<typeof make>) {
  const made = await make(...given)
  return made.ok ? made.value : expect.fail(made.failure.detail)
}

describe('a claim of the reader’s', () => {
  test('is made of words that were selected, and compared like any other', async () => {
    const { claim, before } = await madeOf(passage(said))
    expect(before).toBeNull()
    expect(claim).toEqual({
      id: 'reader:id-1',
      addresses: ['https://elsewhere.example/story'],
      statedAddresses: ['https://elsewhere.example/stated'],
      title: article.title,
      outlet: 'Elsewhere',
      published: '2031-05-20',
      locator: { words: 6, hash: expect.stringMatching(/^[0-9a-f]{16}$/) },
      statement: 'She has two phones.',
      dossier: 'oranje-phones',
      question: 'two-phones',
      position: 'yes',
      subject: 'Tilda Oranje',
      speaker: { name: 'an aide', kind: 'anonymous' },
      chain: ['an aide', 'Ana Person', 'Elsewhere'],
      about: '2031-04',
      createdMs: ports.clock.nowMs(),
      modifiedMs: ports.clock.nowMs(),
    })
    const reading = await readArticle(ports, article)
    expect(reading.claims).toMatchObject([
      { claim: { id: claim.id, about: '2031-04', source: { isReaders: true } }, notPlaced: null },
    ])
    expect(reading.questions[0]?.related.map(({ claim: { id }, relation }) => [id, relation])).toEqual([
      ['a1#1', 'disputes'],
    ])
  })

  test('said anew of the same passage and question replaces what was said, which undoes it', async () => {
    const first = await madeOf(passage(said))
    const again = await madeOf(passage(said), { position: 'no' })
    expect(again.claim).toMatchObject({ id: first.claim.id, position: 'no' })
    expect(again.before).toEqual(first.claim)
    expect(await ports.readerClaims.listAll()).toEqual([again.claim])
  })

  test('without a speaker is the outlet’s, and came through nobody', async () => {
    const { claim } = await madeOf(passage(said), { speaker: null, about: null })
    expect(claim).not.toHaveProperty('speaker')
    expect(claim).not.toHaveProperty('chain')
    const reading = await readArticle(ports, article)
    expect(reading.claims[0]?.claim).toMatchObject({
      speaker: { name: 'Elsewhere', kind: 'outlet' },
      chain: ['Elsewhere'],
      about: null,
    })
  })

  test.each(['Nobody minds', 'Menu and footer'])(
    'of words that nothing finds again, “%s”, is listed as not placed',
    async words => {
      await madeOf(passage(words))
      const reading = await readArticle(ports, article)
      expect(reading.claims).toMatchObject([{ span: null, notPlaced: expect.any(String) }])
      expect(reading.questions[0]?.related).toHaveLength(1)
    },
  )

  test('is found where the page moved the words, and refused where it has them no more', async () => {
    expect((await madeOf(passage(said, 3))).claim.locator.words).toBe(6)
    expect(await make({ from: 'passage', passage: { start: 0, end: 4 }, words: 'Snow' })).toEqual({
      ok: false,
      failure: { kind: 'bad-input', detail: 'passage: is another one on the page now' },
    })
    expect(await make(passage(said), {}, null)).toMatchObject({ failure: { kind: 'page-gone' } })
    const nameless = { ...page, article: { ...article, addresses: ['about:blank'] } }
    expect(await make(passage(said), {}, nameless)).toMatchObject({
      failure: { kind: 'bad-input', detail: expect.stringMatching(/^addresses: /) },
    })
    expect(await make(passage('. '), {})).toMatchObject({
      failure: { detail: expect.stringMatching(/^passage: /) },
    })
  })

  const highlight = makeHighlight('h1', {
    addresses: article.addresses.slice(0, 1),
    selectors: [
      {
        type: 'TextQuoteSelector',
        exact: `${said.slice(3)}`,
        prefix: 'Rain fell. An ',
        suffix: '. Nobody minds.',
      },
    ],
  })
  const save = (...after: (typeof highlight)[]) =>
    ports.highlights.commit({ atMs: 1, action: 'create', before: [], after })
  const ofHighlight: ClaimOrigin = { from: 'highlight', highlight: highlight.id }

  test('is made of a highlight whose page is not open, and placed when it is', async () => {
    await save(highlight)
    const { claim } = await madeOf(ofHighlight, {}, null)
    expect(claim).toMatchObject({
      highlight: 'h1',
      published: null,
      title: 'Report on a1',
      outlet: 'Morgenpost',
    })
    const reading = await readArticle(ports, article)
    expect(reading.claims[0]?.span).toEqual(spanOf(said.slice(3)))
  })

  test('is made of a highlight beside its page, with what that tells', async () => {
    await save(highlight)
    const open = { article, spanOf: () => spanOf(said.slice(3)) }
    const { claim } = await madeOf(ofHighlight, {}, open)
    expect(claim).toMatchObject({ published: '2031-05-20', locator: { words: 6 } })
  })

  test('is refused of a highlight without an address, and of one that is gone', async () => {
    await save({ ...highlight, addresses: [] })
    expect(await make(ofHighlight, {}, null)).toMatchObject({
      failure: { kind: 'bad-input', detail: 'addresses: the highlight has none' },
    })
    const gone: ClaimOrigin = { from: 'highlight', highlight: asHighlightId('gone') }
    expect(await make(gone, {}, null)).toMatchObject({ failure: { kind: 'not-found' } })
  })

  test('is changed where nobody changed it meanwhile', async () => {
    await save(highlight)
    const { claim } = await madeOf(ofHighlight, {}, null)
    const origin: ClaimOrigin = { from: 'claim', claim: claim.id }
    const proposed = await proposeClaim(ports, origin, null)
    expect(proposed).toMatchObject({
      ok: true,
      value: {
        entry: {
          statement: claim.statement,
          chain: ['Ana Person', 'Elsewhere'],
          about: '2031-04',
          position: 'yes',
        },
        asked: { dossier: claim.dossier, question: claim.question },
        seenMs: claim.modifiedMs,
      },
    })
    const changed = await madeOf(
      origin,
      { statement: 'One phone.', question: asQuestionId('listened') },
      null,
      claim.modifiedMs,
    )
    expect(changed).toEqual({
      claim: {
        ...claim,
        statement: 'One phone.',
        question: 'listened',
        modifiedMs: claim.modifiedMs + 1,
      },
      before: claim,
    })
    expect(await make(origin, {}, null, claim.modifiedMs)).toMatchObject({ failure: { kind: 'conflict' } })
    expect(await make({ from: 'claim', claim: asClaimId('x') }, {}, null)).toMatchObject({
      failure: { kind: 'not-found' },
    })
  })

  test.each<[Partial<ClaimEntry>, string]>([
    [{ statement: ' ' }, 'statement: must not be empty'],
    [{ subject: '' }, 'subject: must not be empty'],
    [{ about: '2031-13' }, 'about: is no date'],
    [{ position: 'maybe' as never }, 'position: must be yes, no, partly or unknown'],
    [{ chain: Array(limits.chain + 1).fill('x') }, 'chain: must have at most 20 members'],
    [
      { speaker: { name: 'x', kind: 'ghost' as never } },
      'speaker.kind: must be named, anonymous, institution, outlet',
    ],
  ])('is refused with %j', async (change, detail) => {
    expect(await make(passage(said), change)).toEqual({ ok: false, failure: { kind: 'bad-input', detail } })
    expect(await ports.readerClaims.listAll()).toEqual([])
  })

  test('answers a question that is asked', async () => {
    expect(await make(passage(said), { question: asQuestionId('gone') })).toMatchObject({
      failure: { kind: 'not-found' },
    })
  })
})

describe('the form begins', () => {
  test('with what the page and the dossiers tell', async () => {
    const words = 'An aide says that the president keeps two phones'
    const proposed = await proposeClaim(ports, passage(words), { ...page, reading: null })
    expect(proposed).toMatchObject({
      ok: true,
      value: {
        words,
        entry: {
          statement: words,
          speaker: null,
          chain: ['Ana Person', 'Elsewhere'],
          about: '2031-05-20',
          position: null,
        },
        outlet: 'Elsewhere',
        address: 'https://elsewhere.example/story',
      },
    })
    if (proposed.ok) expect(proposed.value.offered[0]?.question.id).toBe('two-phones')
  })

  test('with who is known to say it', async () => {
    await madeOf(passage(said))
    const reading = await readArticle(ports, article)
    const proposed = await proposeClaim(ports, passage('keeps two phones'), { ...page, reading })
    expect(proposed).toMatchObject({
      value: {
        entry: { speaker: { name: 'an aide' }, chain: ['Ana Person', 'Elsewhere'], subject: 'Tilda Oranje' },
      },
    })
  })

  test('without a question where none is near', async () => {
    const proposed = await proposeClaim(ports, passage('Rain fell'), { ...page, reading: null })
    expect(proposed).toMatchObject({ value: { asked: null } })
    if (proposed.ok) expect(proposed.value.offered).toHaveLength(2)
  })
})
