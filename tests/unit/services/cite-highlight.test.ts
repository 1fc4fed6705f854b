import { describe, expect, test } from 'vitest'
import { asHighlightId } from '../../../utils/model/ids'
import { citeHighlight } from '../../../utils/services/cite-highlight'
import { saveHighlight } from '../../../utils/services/save-highlight'
import { makeHighlight } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const address = 'https://herald.example/lamps'

/** A highlight of these words. */
async function withOne(exact: string) {
  const ports = createMemoryPorts()
  const { title, outlet, note, pageModified } = makeHighlight('any')
  const selectors = [
    { type: 'TextQuoteSelector', exact, prefix: 'Before it ', suffix: ' behind it.' },
    { type: 'TextPositionSelector', start: 10, end: 10 + exact.length },
  ]
  const input = { addresses: [address], title, outlet, note, pageModified, selectors }
  const saved = await saveHighlight(ports, input, 'green')
  return { ports, id: saved.ok ? saved.value.id : expect.fail(saved.failure.detail) }
}

describe('a link to the words of a highlight', () => {
  test('is to where they stand in the open page, at its own address', async () => {
    const { ports, id } = await withOne('the lamp')
    const text = 'First the lamp was lit.\nThen the lamp was blown out.'
    const start = text.lastIndexOf('the lamp')
    const place = { address: 'https://herald.example/amp/lamps', text, span: { start, end: start + 8 } }
    expect(await citeHighlight(ports, id, place)).toEqual({
      ok: true,
      value: { url: 'https://herald.example/amp/lamps#:~:text=Then-,the%20lamp' },
    })
  })

  test('is made of what was saved where the page is not open or has lost them', async () => {
    const { ports, id } = await withOne('the lamp')
    expect(await citeHighlight(ports, id, null)).toEqual({
      ok: true,
      value: { url: `${address}#:~:text=Before%20it-,the%20lamp,-behind%20it` },
    })
  })

  test('is to the page alone where no words are in it', async () => {
    const { ports, id } = await withOne('…')
    expect(await citeHighlight(ports, id, null)).toEqual({ ok: true, value: { url: address } })
  })

  test('is none where it came from a file that named no address', async () => {
    const ports = createMemoryPorts()
    const untold = makeHighlight('h', { addresses: [] })
    await ports.highlights.commit({ atMs: 1, action: 'import', before: [], after: [untold] })
    expect(await citeHighlight(ports, untold.id, null)).toEqual({ ok: true, value: { url: '' } })
  })

  test('is not found for a highlight that was deleted', async () => {
    const { ports } = await withOne('the lamp')
    expect(await citeHighlight(ports, asHighlightId('gone'), null)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })
})
