import { expect, test } from 'vitest'
import { asClaimId } from '../../../utils/model/ids'
import { listOwnWord } from '../../../utils/services/list-own-word'
import { makeReaderClaim } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

test('what the reader says is listed latest first, without what was said not to be a claim', async () => {
  const ports = createMemoryPorts()
  await ports.readerClaims.save([
    makeReaderClaim('old', { createdMs: 1 }),
    makeReaderClaim('none', { createdMs: 2, isRejected: true }),
    makeReaderClaim('new', { createdMs: 3 }),
  ])
  const remark = { kind: 'hidden', reason: '', statement: 'It is so.' } as const
  await ports.remarks.save([
    { ...remark, claim: asClaimId('a1#1'), atMs: 1 },
    { ...remark, claim: asClaimId('a1#2'), atMs: 2 },
  ])
  const { claims, remarks } = await listOwnWord(ports)
  expect(claims.map(({ id }) => id)).toEqual(['new', 'old'])
  expect(claims[0]?.source.isReaders).toBe(true)
  expect(remarks.map(({ claim }) => claim)).toEqual(['a1#2', 'a1#1'])
})
