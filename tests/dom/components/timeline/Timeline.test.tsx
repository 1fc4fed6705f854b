import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { render as renderNow } from 'preact'
import { useState } from 'preact/hooks'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Words } from '../../../../components/shared/words'
import { Timeline } from '../../../../components/timeline/Timeline'
import type { TimelinePoint } from '../../../../utils/model/reading'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'
import { makeClaimOnFile, makePoint } from '../../../support/make-question'

afterEach(cleanup)

const claims = new Map(
  [
    makeClaimOnFile({ id: 'early', speaker: 'Ilse Varn', about: '2012-03' }),
    makeClaimOnFile({ id: 'here', speaker: 'the Chancery', about: '2018-05' }),
    makeClaimOnFile({ id: 'wire', speaker: 'Bo Harn', via: ['Ferry Post', 'Tarn Courier'], about: null }),
    makeClaimOnFile({ id: 'copy', speaker: 'Bo Harn', via: ['Quay Radio'], about: null }),
    makeClaimOnFile({ id: 'other', speaker: 'Cy Dell', about: '2015-06' }),
  ].map(claim => [claim.id, claim]),
)
const few: TimelinePoint[] = [
  makePoint('early', 'no', '2012-03', { relation: 'earlier account differed' }),
  makePoint('other', 'yes', '2015-06', { isApart: true, relation: 'about others' }),
  makePoint('here', 'yes', '2018-05', { isHere: true }),
  makePoint('wire', 'no', '2018-06', {
    isPublished: true,
    relation: 'differs, time unknown',
    outlets: 2,
    repeats: [makePoint('copy', 'no', '2018').claim],
  }),
]
/** Nine sources in one month, on ten different days, and one far away. */
const many: TimelinePoint[] = [
  ...Array.from({ length: 9 }, (_, index) =>
    makePoint(`m${index}`, 'yes', '2018-05', {
      startMs: Date.UTC(2018, 4, 1 + index),
      endMs: Date.UTC(2018, 4, 2 + index),
      label: `Voice ${index} › Outlet`,
    }),
  ),
  makePoint('far', 'no', '2025-05', { label: 'Far › Outlet' }),
]

function draw(points: TimelinePoint[], size: 'sidebar' | 'page' = 'sidebar') {
  const onPick = vi.fn()
  function Held() {
    const [showsOthers, setShowsOthers] = useState(false)
    return (
      <Timeline
        points={points}
        find={id => claims.get(id)}
        onPick={onPick}
        readMs={Date.UTC(2018, 4, 22)}
        showsOthers={showsOthers}
        onShowOthers={setShowsOthers}
        size={size}
      />
    )
  }
  const { container } = render(
    <Words.Provider value={english}>
      <Held />
    </Words.Provider>,
  )
  return { onPick, container }
}
const toolbar = () => within(screen.getByRole('toolbar', { name: 'Claims by time' }))
const buttons = () => toolbar().getAllByRole('button')
const names = () => buttons().map(button => button.getAttribute('aria-label'))
const focused = () => document.activeElement?.getAttribute('aria-label') ?? ''
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const tip = () => document.querySelector('.timeline-tip')?.textContent ?? null

describe('the picture', () => {
  test('is one image that says all in words', () => {
    draw(few)
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'yes: 1 claim, 2018. no: 2 claims, 2012–2018. 1 of them is made in this article.',
    )
    expect(within(screen.getByRole('img')).getByText('this article')).toBeTruthy()
  })

  test('says what its looks mean, those that it has', () => {
    draw(few)
    const legend = screen.getByRole('list').textContent
    expect(legend).toContain('in this article')
    expect(legend).toContain('time unknown: day of publication')
    expect(legend).toContain('outlets of one source')
    expect(legend).not.toContain('several sources')
  })

  test('a time known by publication alone is drawn otherwise; outlets are a number', () => {
    draw(few)
    const marks = [...screen.getByRole('img').querySelectorAll('.mark')]
    expect(marks.map(mark => mark.classList.contains('is-published'))).toContain(true)
    expect(marks.map(mark => mark.textContent).filter(Boolean)).toEqual(['2'])
  })

  test('bars show which side is open', () => {
    draw([makePoint('a', 'no', '2012', { opens: 'start' }), makePoint('b', 'no', '2018-05')])
    expect(screen.getByRole('img').querySelectorAll('.bar path')).toHaveLength(1)
  })

  test('without any time nothing is drawn, and nothing breaks', () => {
    draw([makePoint('a', 'no', '2012', { startMs: Number.NaN, endMs: Number.NaN })])
    // The day of the article is known all the same.
    expect(screen.queryAllByRole('img').length).toBeLessThanOrEqual(1)
  })

  test('axe finds nothing, closed and open', async () => {
    const { container } = draw(few)
    expect(await findFaults(container)).toEqual([])
    fireEvent.click(screen.getByRole('switch'))
    fireEvent.click(screen.getByRole('button', { name: 'Table' }))
    buttons()[0]?.focus()
    expect(await findFaults(container)).toEqual([])
  })
})

describe('those about others', () => {
  test('come when they are asked for, with lanes of their own', () => {
    draw(few)
    expect(names()).toHaveLength(3)
    const asked = screen.getByRole('switch', { name: 'others too (1)' })
    fireEvent.click(asked)
    expect(names()).toHaveLength(4)
    expect(names()).toContain('yes · Jun 2015 · Cy Dell › Tarn Courier · about others')
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('1 of them is about others.')
    fireEvent.click(asked)
    expect(names()).toHaveLength(3)
  })

  test('there is no switch where there are none', () => {
    draw(many)
    expect(screen.queryByRole('switch')).toBeNull()
  })
})

describe('the keyboard', () => {
  test('Tab stops once; left and right go through time, Home and End to its ends', () => {
    draw(few)
    expect(buttons().filter(button => button.tabIndex === 0)).toHaveLength(1)
    buttons()[0]?.focus()
    expect(focused()).toBe('no · Mar 2012 · Ilse Varn › Tarn Courier · earlier account differed')
    press('ArrowRight')
    expect(focused()).toBe('yes · May 2018 · the Chancery › Tarn Courier · in this article')
    press('End')
    expect(focused()).toMatch(
      /^no · time unknown, published 22 May 2018 · Bo Harn › Ferry Post › Tarn Courier/,
    )
    expect(focused()).toContain('carried by 2 outlets')
    press('ArrowRight')
    press('Home')
    press('ArrowLeft')
    expect(focused()).toContain('Ilse Varn')
    expect(buttons().filter(button => button.tabIndex === 0)).toEqual([document.activeElement])
  })

  test('up and down go to the nearest time of the lane above and below', () => {
    draw(few)
    buttons()[0]?.focus()
    press('ArrowUp')
    expect(focused()).toContain('the Chancery')
    press('ArrowUp')
    expect(focused()).toContain('the Chancery')
    press('ArrowDown')
    expect(focused()).toContain('Bo Harn')
  })

  test('Enter leads to the claim, Escape closes the tip', () => {
    const { onPick } = draw(few)
    act(() => buttons()[0]?.focus())
    expect(tip()).toContain('Mar 2012')
    press('Escape')
    expect(tip()).toBeNull()
    fireEvent.click(buttons()[0] as HTMLElement)
    expect(onPick).toHaveBeenCalledWith('early')
  })
})

describe('the pointer', () => {
  const over = (element: Element, type: string, pointerType = 'mouse') => {
    const event = new MouseEvent(type, { bubbles: true, cancelable: true })
    Object.defineProperty(event, 'pointerType', { value: pointerType })
    fireEvent(element, event)
  }

  test('shows position, time, who through whom, outlets and relation; Escape ends it from anywhere', () => {
    draw(few)
    over(buttons()[2] as HTMLElement, 'pointerover')
    for (const said of [
      'no',
      'published 22 May 2018',
      'Bo Harn',
      'Ferry Post › Tarn Courier',
      '2 outlets',
      'differs',
    ])
      expect(tip()).toContain(said)
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(tip()).toBeNull()
  })

  test('the tip stays while the pointer goes into it, and goes when it leaves', async () => {
    draw(few)
    over(buttons()[0] as HTMLElement, 'pointerover')
    over(buttons()[0] as HTMLElement, 'pointerout')
    over(document.querySelector('.timeline-tip') as HTMLElement, 'pointerenter')
    await new Promise(resolve => setTimeout(resolve, 250))
    expect(tip()).not.toBeNull()
    over(document.querySelector('.timeline-tip') as HTMLElement, 'pointerleave')
    await waitFor(() => expect(tip()).toBeNull())
  })

  test('a finger’s first tap shows, the second opens', () => {
    const { onPick } = draw(few)
    const tap = () => {
      over(buttons()[0] as HTMLElement, 'pointerover', 'touch')
      over(buttons()[0] as HTMLElement, 'pointerdown', 'touch')
      act(() => buttons()[0]?.focus())
      fireEvent.click(buttons()[0] as HTMLElement)
    }
    tap()
    expect(tip()).toContain('Ilse Varn')
    expect(onPick).not.toHaveBeenCalled()
    tap()
    expect(onPick).toHaveBeenCalledWith('early')
  })
})

describe('what has no room', () => {
  test('is a plate with its number, which opens a list that takes the focus and gives it back', async () => {
    const { onPick } = draw(many)
    const plate = toolbar().getByRole('button', { name: /sources/ })
    expect(plate.getAttribute('aria-label')).toBe('yes · 5 sources, May 2018')
    expect(screen.getByRole('img').querySelector('.is-gathered')?.textContent).toBe('5')
    plate.focus()
    fireEvent.click(plate)
    const list = within(screen.getByRole('group', { name: '5 sources, May 2018' }))
    expect(list.getAllByRole('button').map(button => button.textContent)).toEqual(
      [4, 5, 6, 7, 8].map(index => `May 2018 · Voice ${index} › Outlet`),
    )
    await waitFor(() => expect(document.activeElement).toBe(list.getAllByRole('button')[0]))
    press('Escape')
    expect(screen.queryByRole('group', { name: /5 sources/ })).toBeNull()
    expect(document.activeElement).toBe(plate)
    fireEvent.click(plate)
    fireEvent.click(screen.getByRole('button', { name: 'May 2018 · Voice 6 › Outlet' }))
    expect(onPick).toHaveBeenCalledWith('m6')
    expect(screen.queryByRole('group', { name: /5 sources/ })).toBeNull()
  })
})

describe('looking closer', () => {
  const labels = () =>
    [...screen.getByRole('img').querySelectorAll('.tick-label')].map(one => one.textContent)
  const zoom = (name: RegExp) => screen.getByRole('button', { name })

  test('is offered where it is crowded or large, and nowhere else', async () => {
    draw(few)
    expect(screen.queryByRole('group', { name: 'Zoom' })).toBeNull()
    cleanup()
    draw(few, 'page')
    await waitFor(() => expect(screen.getByRole('group', { name: 'Zoom' })).toBeTruthy())
  })

  test('by buttons, which say when they lead no further', async () => {
    draw(many)
    await waitFor(() => zoom(/Closer/))
    const before = labels()
    expect(zoom(/Farther/).getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(zoom(/Closer/))
    fireEvent.click(zoom(/Closer/))
    await waitFor(() => expect(labels()).not.toEqual(before))
    expect(zoom(/Farther/).getAttribute('aria-disabled')).toBe('false')
    for (let press_ = 0; press_ < 12; press_ += 1) fireEvent.click(zoom(/Closer/))
    expect(zoom(/Closer/).getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(zoom(/whole time/))
    await waitFor(() => expect(labels()).toEqual(before))
  })

  test('by keys, the focus stays with its point, and the arrows reach what is out of view', async () => {
    draw(many)
    await waitFor(() => zoom(/Closer/))
    act(() => buttons()[0]?.focus())
    const first = focused()
    for (let times = 0; times < 5; times += 1) await act(async () => void press('+'))
    expect(focused()).toBe(first)
    expect(names()).not.toContain('no · May 2025 · Far › Outlet')
    await act(async () => void press('End'))
    expect(focused()).toBe('no · May 2025 · Far › Outlet')
    await act(async () => void press('0'))
    expect(names()).toContain(first)
    expect(focused()).toBe('no · May 2025 · Far › Outlet')
  })

  test('a key that leads no further calls nobody back who went on elsewhere', async () => {
    draw([...many, makePoint('other', 'yes', '2018-05', { isApart: true })])
    await waitFor(() => zoom(/Closer/))
    act(() => buttons()[0]?.focus())
    await act(async () => void press('0'))
    const toggle = screen.getByRole('button', { name: 'Table' })
    toggle.focus()
    fireEvent.click(toggle)
    expect(document.activeElement).toBe(toggle)
  })

  test('tells gathered points apart', async () => {
    draw(many)
    await waitFor(() => zoom(/Closer/))
    const plate = toolbar().getByRole('button', { name: /5 sources/ })
    act(() => plate.focus())
    for (let times = 0; times < 9; times += 1) await act(async () => void press('+'))
    expect(names().some(name => name?.includes('sources'))).toBe(false)
    expect(focused()).toContain('Voice 4')
  })

  test('the wheel alone is left to the page', async () => {
    draw(many)
    await waitFor(() => zoom(/Closer/))
    const stage = screen.getByRole('toolbar')
    const before = labels()
    expect(fireEvent.wheel(stage, { deltaY: -300 })).toBe(true)
    expect(labels()).toEqual(before)
    expect(fireEvent.wheel(stage, { deltaY: -300, ctrlKey: true })).toBe(false)
    await waitFor(() => expect(labels()).not.toEqual(before))
  })
})

describe('the table', () => {
  test('has the same in words: time, position, who, through whom, outlets, relation', () => {
    const { onPick } = draw(few)
    const toggle = screen.getByRole('button', { name: 'Table' })
    expect(toggle.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(toggle)
    expect(toggle.getAttribute('aria-expanded')).toBe('true')
    const table = within(screen.getByRole('table'))
    expect(table.getAllByRole('columnheader').map(head => head.textContent)).toEqual([
      'Time',
      'Position',
      'Who',
      'Through',
      'Outlet',
      'Relation to this article',
    ])
    const rows = table.getAllByRole('row').slice(1)
    expect(
      rows.map(row =>
        within(row)
          .getAllByRole('cell')
          .map(cell => cell.textContent?.trim()),
      ),
    ).toEqual([
      ['Mar 2012', 'no', 'Ilse Varn', '', 'Tarn Courier', 'earlier account differed'],
      ['May 2018', 'yes', 'the Chancery', '', 'Tarn Courier', 'in this article'],
      [
        'time unknown, published 22 May 2018',
        'no',
        'Bo Harn',
        'Ferry Post',
        'Tarn Courier, Quay Radio',
        'differs, time unknown',
      ],
    ])
    fireEvent.click(table.getByRole('button', { name: 'the Chancery' }))
    expect(onPick).toHaveBeenCalledWith('here')
  })

  test('of very many comes in parts', () => {
    draw(Array.from({ length: 230 }, (_, index) => makePoint(`p${index}`, 'yes', '2018-05')))
    fireEvent.click(screen.getByRole('button', { name: 'Table' }))
    expect(screen.getAllByRole('row')).toHaveLength(101)
    fireEvent.click(screen.getByRole('button', { name: '100 more' }))
    fireEvent.click(screen.getByRole('button', { name: '30 more' }))
    expect(screen.getAllByRole('row')).toHaveLength(231)
    expect(screen.queryByRole('button', { name: /more$/ })).toBeNull()
  })
})

describe('very many shapes', () => {
  const positions = ['yes', 'no', 'partly', 'unknown'] as const
  const crowd = Array.from({ length: 2_000 }, (_, index) =>
    makePoint(`c${index}`, positions[index % 4] ?? 'yes', String(1990 + (index % 30)), {
      startMs: Date.UTC(1990 + (index % 30), index % 12, 1 + (index % 28)),
      endMs: Date.UTC(1990 + (index % 30), index % 12, 2 + (index % 28)),
    }),
  )

  test('are drawn some hundreds at a time, and say so until all are there', async () => {
    const root = document.body.appendChild(document.createElement('div'))
    const seen: { points: number; marks: number; isBusy: boolean }[] = []
    const look = () => {
      const points = root.querySelectorAll('.point').length
      const marks = root.querySelectorAll('.timeline-picture .mark').length
      if (points > 0 && points !== seen.at(-1)?.points)
        seen.push({ points, marks, isBusy: root.querySelector('[aria-busy=true]') !== null })
    }
    const watching = new MutationObserver(look)
    watching.observe(root, { subtree: true, childList: true, attributes: true })
    // Not within `act`, which would wait until all is drawn.
    renderNow(
      <Words.Provider value={english}>
        <Timeline
          points={crowd}
          find={() => undefined}
          onPick={() => {}}
          readMs={null}
          showsOthers={false}
          onShowOthers={() => {}}
          size="page"
          picked={crowd[7]?.claim ?? null}
        />
      </Words.Provider>,
      root,
    )
    await waitFor(() => expect(seen.at(-1)?.isBusy).toBe(false))
    watching.disconnect()
    expect(seen[0]).toEqual({ points: 200, marks: 200, isBusy: true })
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.at(-1)?.points).toBe(seen.at(-1)?.marks)
    expect(root.querySelectorAll('.point[aria-current]')).toHaveLength(1)
    renderNow(null, root)
    root.remove()
  })
})
