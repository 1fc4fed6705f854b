import { describe, expect, test } from 'vitest'
import { seedDossiers } from '../../../utils/services/seed-dossiers'
import { makeDossier, makeQuestion } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const fileOf = (dossier: unknown) => ({ name: 'phones.json', text: JSON.stringify(dossier) })
const full = makeDossier()

describe('seedDossiers', () => {
  test('puts a missing one on file, and leaves one alone that is as new', async () => {
    const ports = createMemoryPorts()
    expect(await seedDossiers(ports, [fileOf(full)])).toEqual([
      {
        name: 'phones.json',
        result: { ok: true, value: { added: 8, updated: 0, unchanged: 0, removed: 0 } },
      },
    ])
    expect(await seedDossiers(ports, [fileOf({ ...full, title: 'Other' })])).toMatchObject([
      { result: { ok: true, value: null } },
    ])
    expect(await ports.corpus.loadDossier(full.id)).toEqual(full)
  })

  test('brings a newer one, but never an older one than the reader has', async () => {
    const ports = createMemoryPorts()
    await ports.corpus.saveDossier({ ...full, version: 2 })
    await seedDossiers(ports, [fileOf(full)])
    expect((await ports.corpus.listDossiers())[0]?.version).toBe(2)
    const newer = { ...full, version: 3, questions: [...full.questions, makeQuestion('new')] }
    expect(await seedDossiers(ports, [fileOf(newer)])).toMatchObject([
      { result: { ok: true, value: { added: 1, unchanged: 8 } } },
    ])
  })

  test('one that the reader removed stays away; taken in by hand it is brought up to date again', async () => {
    const ports = createMemoryPorts({ removedDossiers: [full.id] })
    expect(await seedDossiers(ports, [fileOf(full)])).toMatchObject([{ result: { ok: true, value: null } }])
    expect(await ports.corpus.listDossiers()).toEqual([])
    await ports.corpus.saveDossier(full)
    await seedDossiers(ports, [fileOf({ ...full, version: 2 })])
    expect(await ports.corpus.listDossiers()).toMatchObject([{ version: 2 }])
  })

  test('a broken one is refused with the path, changes nothing and keeps no other out', async () => {
    const ports = createMemoryPorts()
    await ports.corpus.saveDossier(full)
    const broken = JSON.parse(JSON.stringify({ ...full, version: 9 }))
    broken.claims[2].bearsOn[0].question = 'nope'
    const other = makeDossier({ id: 'second' as never, articles: full.articles.slice(1, 2), claims: [] })
    const renamed = JSON.parse(JSON.stringify(other).replaceAll('"a2"', '"b2"'))
    const outcomes = await seedDossiers(ports, [fileOf(broken), { name: 'x', text: '{' }, fileOf(renamed)])
    expect(outcomes.map(({ result }) => (result.ok ? 'ok' : result.failure.detail))).toEqual([
      'claims[2].bearsOn[0].question: no such question: “nope”',
      'line 1, column 2: expected a name in "quotes"',
      'ok',
    ])
    expect(await ports.corpus.loadDossier(full.id)).toEqual(full)
    expect(await ports.corpus.listDossiers()).toHaveLength(2)
  })
})
