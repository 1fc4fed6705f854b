import { beforeEach, describe, expect, test } from 'vitest'
import { asArticleId, asClaimId, asQuestionId } from '../../../utils/model/ids'
import { limits } from '../../../utils/model/limits'
import { findNearestClaims } from '../../../utils/services/find-nearest-claims'
import { type RemarkedCorpus, remarkClaims } from '../../../utils/services/hide-claims'
import { loadQuestion } from '../../../utils/services/load-question'
import { remarkClaim } from '../../../utils/services/remark-claim'
import { makeArticle, makeClaim, makeDossier } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const [one, two] = [asClaimId('a1#1'), asClaimId('a3#1')]
const question = asQuestionId('two-phones')
const dossier = makeDossier()

let ports: ReturnType<typeof createMemoryPorts>
let seen: RemarkedCorpus
beforeEach(async () => {
  ports = createMemoryPorts()
  await ports.corpus.saveDossier(dossier)
  seen = remarkClaims(ports.corpus, ports.remarks)
})
const remark = (...[claim, wanted]: [typeof one, Parameters<typeof remarkClaim>[2]]) =>
  remarkClaim({ corpus: seen.corpus, remarks: seen.remarks, clock: ports.clock }, claim, wanted)
const idsOf = (claims: { id: string }[]) => claims.map(({ id }) => id)

describe('a claim that is hidden', () => {
  test('is left out of everything that is listed, found and counted, and the dossier is as it was', async () => {
    expect(await remark(one, { kind: 'hidden', reason: '' })).toEqual({ ok: true, value: { before: null } })
    const { corpus } = seen
    expect(await corpus.loadClaim(one)).toBeNull()
    expect(idsOf(await corpus.listClaimsOfArticle(asArticleId('a1')))).toEqual(['a1#2'])
    expect(idsOf(await corpus.listClaimsOfQuestion(question, dossier.id))).toEqual(['a3#1'])
    const [found = []] = await corpus.findClaimsByTerms([['aid']], 9)
    expect(idsOf(found).toSorted()).toEqual(['a1#2', 'a3#1'])
    const [all = []] = await ports.corpus.findClaimsByTerms([['aid']], 9)
    const loaded = await corpus.loadClaims(all.map(({ place }) => place))
    expect(idsOf([...loaded.values()]).toSorted()).toEqual(['a1#2', 'a3#1'])
    expect(await corpus.listQuestionSummaries(dossier.id)).toMatchObject([
      { question: { id: question }, yes: 0, no: 1 },
    ])
    const walked: string[] = []
    for await (const some of corpus.walkClaims(dossier.id)) walked.push(...some.map(({ claim }) => claim.id))
    expect(walked).toEqual(['a1#2', 'a3#1'])
    expect([...(await corpus.countClaimsOfQuestions(dossier.id)).values()]).toEqual([1, 0])
    expect(await corpus.loadDossier(dossier.id)).toEqual(dossier)
    const asked = await loadQuestion({ corpus }, question, dossier.id)
    expect(asked).toMatchObject({ ok: true, value: { timeline: [{ claim: two }] } })
  })

  test('is brought back, also after its dossier was taken in anew', async () => {
    await remark(one, { kind: 'hidden', reason: '' })
    await ports.corpus.saveDossier({ ...dossier, version: 2 })
    expect(await seen.corpus.loadClaim(one)).toBeNull()
    const shown = await remark(one, null)
    expect(shown).toMatchObject({
      ok: true,
      value: { before: { kind: 'hidden', statement: dossier.claims[0]?.statement } },
    })
    expect(await seen.corpus.loadClaim(one)).toMatchObject({ id: one })
    expect(await seen.remarks.listAll()).toEqual([])
  })

  test('waits where it is gone, and is known by its words', async () => {
    await remark(one, { kind: 'hidden', reason: '' })
    const later = { ...dossier, version: 2, claims: dossier.claims.slice(1) }
    await ports.corpus.saveDossier(later)
    expect(await seen.remarks.listAll()).toMatchObject([
      { claim: one, statement: dossier.claims[0]?.statement },
    ])
    await ports.corpus.saveDossier({ ...dossier, version: 3 })
    expect(await seen.corpus.loadClaim(one)).toBeNull()
  })

  test('has no vote among the nearest', async () => {
    const vectors = Int8Array.of(127, 0, 0, 127)
    const block = {
      model: ports.model.version,
      claims: [one, two],
      statements: ['x', 'y'],
      answers: ['', ''],
      vectors,
    }
    await ports.vectors.saveBlock(dossier.id, 0, block)
    const near = async () => {
      const [list = []] = await findNearestClaims(
        { ...ports, remarks: seen.remarks },
        [Float32Array.of(1, 0)],
        5,
      )
      return list.map(({ claim }) => claim.id)
    }
    expect(await near()).toEqual([one, two])
    await remark(one, { kind: 'hidden', reason: '' })
    expect(await near()).toEqual([two])
  })
})

describe('a claim that is disputed', () => {
  test('keeps its place and carries the reason, which is changed and taken back', async () => {
    await remark(one, { kind: 'disputed', reason: ' Nobody saw it. ' })
    const listed = await seen.corpus.listClaimsOfQuestion(question, dossier.id)
    expect(listed.map(({ id, disputed }) => [id, disputed])).toEqual([
      [one, 'Nobody saw it.'],
      [two, undefined],
    ])
    expect(await remark(one, { kind: 'disputed', reason: '' })).toMatchObject({
      value: { before: { reason: 'Nobody saw it.' } },
    })
    expect(await seen.corpus.loadClaim(one)).toMatchObject({ disputed: '' })
    await remark(one, null)
    expect(await seen.corpus.loadClaim(one)).not.toHaveProperty('disputed')
  })

  test('is one that there is, with a reason of bounded length', async () => {
    expect(await remark(asClaimId('x'), { kind: 'hidden', reason: '' })).toMatchObject({
      failure: { kind: 'not-found' },
    })
    const reason = 'x'.repeat(limits.title + 1)
    expect(await remark(one, { kind: 'disputed', reason })).toMatchObject({ failure: { kind: 'bad-input' } })
  })
})

test('what another page wrote is seen once what was read is forgotten', async () => {
  expect(await seen.corpus.loadClaim(one)).not.toBeNull()
  await ports.remarks.save([{ claim: one, kind: 'hidden', reason: '', statement: '', atMs: 1 }])
  expect(await seen.corpus.loadClaim(one)).not.toBeNull()
  seen.forget()
  expect(await seen.corpus.loadClaim(one)).toBeNull()
})

test('of a question that only hidden claims answer nothing is on file', async () => {
  const small = makeDossier({
    version: 2,
    articles: [makeArticle('a1')],
    claims: [makeClaim('a1#1', 'a1', { listened: 'no' })],
  })
  await ports.corpus.saveDossier(small)
  await remark(one, { kind: 'hidden', reason: '' })
  expect(await seen.corpus.listQuestionSummaries(small.id)).toEqual([])
})
