import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import type { SidebarActions } from '../../../../components/sidebar/sidebar-actions'
import type { OnFile } from '../../../../utils/model/on-file'
import { fail, type Result, succeed } from '../../../../utils/model/result'
import { defaultSettings } from '../../../../utils/model/settings'
import { findFaults } from '../../../support/find-faults'
import { makeOnFile } from '../../../support/make-on-file'
import { makeView } from '../../../support/make-reading'
import { renderSidebar } from '../../../support/render-sidebar'
import { settle } from '../../../support/settle'

afterEach(cleanup)

const words = 'Every month a technician comes with a fresh handset.'
const ask = { name: 'focus/changed' as const, event: { words } }
const panel = () => screen.queryByRole('region', { name: 'What is on file about the selected words' })
const status = () => within(panel() as HTMLElement).getByRole('status').textContent
const press = async (name: string) => {
  fireEvent.click(within(panel() as HTMLElement).getByRole('button', { name }))
  await settle()
}

/** The sidebar after the reader asked on the page what is on file about some words. */
async function askWith(found: Partial<OnFile> = {}, more: Partial<SidebarActions> = {}) {
  const rendered = await renderSidebar(makeView(), {
    findWords: async asked => succeed(makeOnFile({ words: asked, ...found })),
    ...more,
  })
  await rendered.tell(ask)
  await settle()
  return rendered
}

describe('what is on file about selected words', () => {
  test('stands over the claims, question by question, as claims on file are shown', async () => {
    const { container } = await askWith()
    const shown = panel() as HTMLElement
    expect(shown.querySelector('blockquote')?.textContent).toBe(words)
    expect(status()).toBe('Found by the reading model on this device, which may be wrong.')
    const cards = [...shown.querySelectorAll('article')]
    expect(cards.map(card => card.querySelector('h3')?.textContent)).toEqual([
      'Is the president’s handset exchanged on a regular schedule?',
      'Does the Chancery say how it guards its telephones?',
    ])
    expect(cards[0]?.querySelectorAll('[data-claim]')).toHaveLength(3)
    expect(cards[0]?.textContent).not.toContain('The security of the president’s handset')
    await press('2 more')
    expect(cards[0]?.querySelectorAll('[data-claim]')).toHaveLength(5)
    const [why] = within(cards[0] as HTMLElement).getAllByRole('button', { name: 'Why?' })
    fireEvent.click(why as HTMLElement)
    expect(cards[0]?.textContent).toContain('read alike')
    expect(document.querySelector<HTMLElement>('.claims-list')?.hidden).toBe(true)
    expect(document.activeElement?.textContent).toBe('What is on file about the selected words')
    expect(await findFaults(container)).toEqual([])
  })

  test('names the dossiers where there are several', async () => {
    await askWith({ dossiers: 2 })
    expect(panel()?.querySelector('article')?.textContent).toContain(
      'The security of the president’s handset',
    )
  })

  test('says that it looks, and what was asked last counts', async () => {
    const answers = new Map<string, (found: Result<OnFile>) => void>()
    const { tell, container } = await renderSidebar(makeView(), {
      findWords: asked => new Promise(resolve => answers.set(asked, resolve)),
    })
    await tell(ask)
    expect(status()).toBe('Looking…')
    expect(panel()?.getAttribute('aria-busy')).toBe('true')
    expect(await findFaults(container)).toEqual([])
    await tell({ name: 'focus/changed', event: { words: 'Others.' } })
    answers.get(words)?.(succeed(makeOnFile()))
    await settle()
    expect(status()).toBe('Looking…')
    answers.get('Others.')?.(succeed(makeOnFile({ words: 'Others.', questions: [] })))
    await settle()
    expect(panel()?.querySelector('blockquote')?.textContent).toBe('Others.')
    expect(status()).toBe('Nothing on file is near these words.')
  })

  test.each<[string, Partial<OnFile>, string]>([
    ['off', { modelUse: { is: 'off' } }, 'Found by shared words. The reading model is switched off.'],
    [
      'another language',
      { modelUse: { is: 'other language' } },
      'Found by shared words. The reading model reads English only.',
    ],
    [
      'failed',
      { modelUse: { is: 'failed', failure: { kind: 'model-damaged', detail: '' } } },
      'Found by shared words. The reading model could not read: ',
    ],
    ['nothing near', {}, 'Found by shared words. The reading model found nothing near.'],
    [
      'nothing, in another language',
      { modelUse: { is: 'other language' }, questions: [] },
      'Nothing on file is near these words. The reading model reads English only.',
    ],
    [
      'cut',
      { by: 'model', cut: { read: 12, of: 20 } },
      'Found by the reading model on this device, which may be wrong. Only the first 12 of 20 sentences were looked up.',
    ],
  ])('says how it was found: %s', async (_, found, said) => {
    await askWith({ by: 'terms', ...found })
    expect(status()?.startsWith(said)).toBe(true)
  })

  test('a failure is said, and tried again', async () => {
    const answers: Result<OnFile>[] = [fail('storage-failed', 'x'), succeed(makeOnFile())]
    const { container } = await askWith(
      {},
      { findWords: async () => answers.shift() ?? fail('unexpected', '') },
    )
    expect(status()).toMatch(/\w/)
    expect(panel()?.querySelector('article')).toBeNull()
    expect(await findFaults(container)).toEqual([])
    await press('Try again')
    expect(panel()?.querySelectorAll('article')).toHaveLength(2)
  })

  test.each([
    ['word by word', `${'handset '.repeat(40)}end`, `${'handset '.repeat(25).trim()}…`],
    ['without a space', '😀'.repeat(300), `${'😀'.repeat(200)}…`],
    ['short, of another direction', 'שלום \u202eolleh', 'שלום \u202eolleh'],
  ])('long words are cut: %s', async (_, long, quoted) => {
    const { tell } = await renderSidebar()
    await tell({ name: 'focus/changed', event: { words: long } })
    await settle()
    expect(panel()?.querySelector('blockquote')?.textContent).toBe(quoted)
    expect(panel()?.querySelector('blockquote')?.getAttribute('dir')).toBe('auto')
  })
})

describe('closing it', () => {
  test('gives the focus back to where it was', async () => {
    const { tell } = await renderSidebar()
    const [button] = screen.getAllByRole('button', { name: 'Why?' })
    button?.focus()
    await tell(ask)
    await settle()
    await press('Close results')
    expect(panel()).toBeNull()
    expect(document.activeElement).toBe(button)
    expect(document.querySelector<HTMLElement>('.claims-list')?.hidden).toBe(false)
  })

  test('by Escape; from the page the focus comes to the tab', async () => {
    const { actions } = await askWith()
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
    await settle()
    expect(panel()).toBeNull()
    expect(actions.close).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: /Claims/ }))
  })

  test('being led to a claim closes it', async () => {
    const { tell } = await askWith()
    const id = makeView().reading.questions[0]?.here[0]?.claim
    if (!id) throw new Error('no claim here')
    await tell({ name: 'focus/changed', event: { claim: id } })
    await settle()
    expect(panel()).toBeNull()
    expect(document.activeElement?.getAttribute('data-claim')).toBe(id)
  })
})

describe('where no reading is shown', () => {
  test.each([
    ['paused', { settings: { ...defaultSettings, isPaused: true } }],
    ['off', { site: { ...makeView().site, isOff: true } }],
  ])('it is shown all the same: %s', async (_, more) => {
    const { tell } = await renderSidebar({ ...makeView(), ...more })
    await tell(ask)
    await settle()
    expect(panel()?.querySelectorAll('article')).toHaveLength(2)
    await press('Close results')
    expect(screen.getByRole('heading', { level: 1 })).toBeTruthy()
  })

  test('and while the page is still being read', async () => {
    const { tell, container } = await renderSidebar(makeView(), { loadView: () => new Promise(() => {}) })
    await tell(ask)
    await settle()
    expect(panel()?.querySelectorAll('article')).toHaveLength(2)
    expect(await findFaults(container)).toEqual([])
  })
})

test('what was looked up is looked up anew once a claim of it is hidden', async () => {
  const looked: string[] = []
  await askWith(
    {},
    {
      findWords: async asked => {
        looked.push(asked)
        return succeed(makeOnFile({ words: asked, ...(looked.length > 1 && { questions: [] }) }))
      },
    },
  )
  const [hide] = within(panel() as HTMLElement).getAllByRole('button', { name: 'Hide' })
  if (!hide) throw new Error('nothing to hide')
  fireEvent.click(hide)
  await settle()
  await settle()
  expect(looked).toEqual([words, words])
  expect(within(panel() as HTMLElement).queryByRole('button', { name: 'Hide' })).toBeNull()
})
