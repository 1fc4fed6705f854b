import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import type { SidebarActions } from '../../../../components/sidebar/sidebar-actions'
import { fail } from '../../../../utils/model/result'
import { findFaults } from '../../../support/find-faults'
import { renderSidebar } from '../../../support/render-sidebar'

afterEach(cleanup)

const press = (name: string | RegExp, inside = screen as ReturnType<typeof within>) =>
  fireEvent.click(inside.getByRole('button', { name }))
const rowOf = (id: string) => {
  const found = document.querySelector<HTMLElement>(`[data-claim="${id}"]`)
  if (!found) throw new Error(`${id} is not shown`)
  return within(found)
}

/** "Handsets for calls are exchanged as a matter of routine." beside a claim on file. */
async function compare(id = 'beacon#1', more: Partial<SidebarActions> = {}) {
  const rendered = await renderSidebar(undefined, more)
  press('Side by side', rowOf(id))
  if (!more.comparePair) await screen.findByRole('heading', { name: 'What differs in the words' })
  return rendered
}
const sides = () => screen.getAllByRole('article').filter(side => side.classList.contains('side'))
const marks = (side: HTMLElement | undefined) =>
  [...(side?.querySelectorAll('mark') ?? [])].map(mark => mark.textContent)

describe('a comparison', () => {
  test('emphasises the parts that differ, with their kind and how they differ for those who hear them', async () => {
    await compare()
    expect(marks(sides()[1])).toEqual(['refuses¬ (denial, only here)', 'nobody¬ (denial, only here)'])
    expect(screen.getAllByText('¬')[0]?.getAttribute('aria-hidden')).toBe('true')
    expect(sides()[1]?.querySelector('mark')?.title).toBe('denial, only here')
  })

  test('says in words what differs, by kind', async () => {
    await compare()
    const list = within(screen.getByRole('region', { name: 'What differs in the words' }))
    expect(list.getByText('Only on file: “refuses to hand the handset …”, “nobody insists”.')).toBeTruthy()
    expect(list.getByText(/The two share few words/)).toBeTruthy()
  })

  test('has a legend of the signs that occur', async () => {
    await compare()
    const legend = screen.getByRole('list', { name: 'Signs of what differs' })
    expect(legend.textContent).toBe('¬ denial')
  })

  test('says row by row what is the same and what differs, on one of the two sides', async () => {
    await compare()
    const [here, onFile] = sides()
    expect(within(onFile as HTMLElement).getByText('Answer').textContent).toBe('Answer≠ differs')
    expect(within(onFile as HTMLElement).getByText('Speaker').textContent).toBe('Speaker? cannot be told')
    expect(within(onFile as HTMLElement).getByText('How it is said').textContent).toBe('How it is said= same')
    expect(within(here as HTMLElement).getByText('Answer').textContent).toBe('Answer')
  })

  test('leaves out the rows that are the same, on both sides', async () => {
    await compare()
    const button = screen.getByRole('button', { name: 'Only what differs' })
    expect(screen.getAllByText('How it is said', { exact: false })).toHaveLength(2)
    fireEvent.click(button)
    expect(button.getAttribute('aria-pressed')).toBe('true')
    expect(screen.queryByText('How it is said', { exact: false })).toBeNull()
    expect(screen.getAllByText('Answer', { exact: false }).length).toBeGreaterThanOrEqual(2)
  })

  test('quotes the sentence as the page has it', async () => {
    await compare()
    const figure = screen.getByRole('figure')
    expect(figure.textContent).toContain('In the article’s own words')
    expect(figure.querySelector('blockquote')?.textContent).toContain('So the paper has it.')
  })

  test('names what both leave out, and leads to who names it', async () => {
    const { actions } = await compare()
    const column = within(screen.getByRole('region', { name: 'Both leave out' }))
    expect(column.getByText('Others on file name:')).toBeTruthy()
    expect(column.getByText('every 30 days').parentElement?.textContent).toBe(
      'every 30 days date · 2 sources (3 outlets)',
    )
    expect(actions.comparePair.mock.calls).toEqual([
      [{ dossier: 'handsets', question: 'rotation', here: 'tarn#1', onFile: 'beacon#1' }],
    ])
    press('Show Ilse Varn › Mill Gazette', column)
    await waitFor(() => expect(document.activeElement?.getAttribute('data-claim')).toBe('mill#0'))
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull()
  })

  test('stands as it is where it cannot be made, and says so', async () => {
    await compare('beacon#1', { comparePair: async () => fail('storage-failed', '') })
    expect(await screen.findByText(/What differs could not be looked up/)).toBeTruthy()
    expect(marks(sides()[1])).toEqual([])
    expect(sides()[1]?.textContent).toContain('The president refuses')
    expect(screen.getByRole('button', { name: 'Copy comparison' })).toBeTruthy()
  })

  test('has no faults that axe finds, refused copy included', async () => {
    const { container } = await compare('isle#1', { copy: async () => false })
    press('Copy comparison')
    await screen.findByRole('textbox', { name: 'The comparison as text' })
    expect(await findFaults(container)).toEqual([])
  })
})

describe('copying a comparison', () => {
  test('gives the whole of it as text, and says that it is copied', async () => {
    const { actions } = await compare()
    press('Copy comparison')
    await waitFor(() => expect(screen.getByText('Copied.').closest('[role=status]')).toBeTruthy())
    const [{ plain = '', html = '' } = {}] = actions.copy.mock.calls[0] ?? []
    expect(plain).toBe(`Is the president’s handset exchanged on a regular schedule?
≠ disputes
A rule named “disputes” decided. Is the handset exchanged on a schedule?

In this article
Handsets for calls are exchanged as a matter of routine.
In the article’s own words: “Handsets for calls are exchanged as a matter of routine. So the paper has it.”
Answer: yes
Speaker: the Chancery
Who told whom: the Chancery › Tarn Courier
How it is said: says so
About: May 2018
Published: Tarn Courier, “Tarn Courier on the president’s handset”, 22 May 2018
https://tarn-courier.example/tarn

On file
The president refuses to hand the handset in, and nobody insists.
Answer: no
Speaker: a former adviser
Who told whom: a former adviser › The Beacon
How it is said: says so
About: Apr 2018
Published: The Beacon, “The Beacon on the president’s handset”, 22 May 2018
https://the-beacon.example/beacon

What differs in the words
denial: Only on file: “refuses to hand the handset …”, “nobody insists”.

Both leave out. Others on file name:
every 30 days: 2 sources (3 outlets): Ilse Varn › Mill Gazette

Both are paraphrases. The articles have the exact words.
This says how the two stand to each other, not who is right.`)
    expect(html).toContain('<h3>On file</h3><p>The president refuses')
    expect(html).toContain(
      '<a href="https://the-beacon.example/beacon">https://the-beacon.example/beacon</a>',
    )
  })

  test('where the browser refuses, the text stands there selected, and nothing is lost', async () => {
    await compare('beacon#1', { copy: async () => false })
    press('Copy comparison')
    const area = (await screen.findByRole('textbox', {
      name: 'The comparison as text',
    })) as HTMLTextAreaElement
    expect(screen.getByText(/The browser did not let Sidelight copy/).closest('[role=status]')).toBeTruthy()
    expect(area.value).toContain('https://the-beacon.example/beacon')
    expect(area.readOnly).toBe(true)
    await waitFor(() => expect(document.activeElement).toBe(area))
    expect([area.selectionStart, area.selectionEnd]).toEqual([0, area.value.length])
  })

  test('what is text stays text in HTML', async () => {
    const { actions } = await compare('beacon#1')
    press('Copy comparison')
    const [{ html = '' } = {}] = actions.copy.mock.calls[0] ?? []
    const parsed = new DOMParser().parseFromString(html, 'text/html')
    expect(parsed.body.textContent).toContain('“refuses to hand the handset …”')
    expect(
      [...parsed.querySelectorAll('*')]
        .map(({ tagName }) => tagName)
        .filter(tag => !/^(HTML|HEAD|BODY|H3|P|BR|A)$/.test(tag)),
    ).toEqual([])
  })
})
