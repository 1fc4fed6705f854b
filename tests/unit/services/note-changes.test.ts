import { expect, test, vi } from 'vitest'
import { asClaimId, asHighlightId, asQuestionId } from '../../../utils/model/ids'
import { noteChanges } from '../../../utils/services/note-changes'
import { makeHighlight, makeReaderClaim } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

test('every change to what is the reader’s own is noted, and nothing else', async () => {
  const onChange = vi.fn(async () => {})
  const { corpus, highlights, readerClaims } = noteChanges(createMemoryPorts(), onChange)
  const [a, b] = [asClaimId('a'), asClaimId('b')]
  const question = asQuestionId('q')
  const after = [makeHighlight('h')]
  const changes = [
    () => highlights.commit({ atMs: 1, action: 'create', before: [], after }),
    () => highlights.undo(1),
    () => readerClaims.save([makeReaderClaim('c')]),
    () => readerClaims.delete([asClaimId('c')]),
    () => corpus.savePairVerdict({ a, b, question, atMs: 1 }),
    () => corpus.deletePairVerdict(a, b, question),
  ]
  for (const [index, change] of changes.entries()) {
    expect(await change()).toMatchObject({ ok: true })
    expect(onChange).toHaveBeenCalledTimes(index + 1)
  }
  onChange.mockClear()
  expect(await highlights.undo(99)).toMatchObject({ ok: false })
  await highlights.addAddress([asHighlightId('h')], 'https://post.example/b')
  await highlights.listAll()
  expect(onChange).not.toHaveBeenCalled()
})
