import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GrantPage } from '../../../../components/options/GrantPage'
import type { GrantActions } from '../../../../components/options/options-actions'
import { Words } from '../../../../components/shared/words'
import { readWantedHost } from '../../../../entrypoints/options/read-wanted-host'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'
import { settle } from '../../../support/settle'

const actions = {
  isGranted: vi.fn<GrantActions['isGranted']>(),
  grant: vi.fn<GrantActions['grant']>(),
  close: vi.fn(),
}
beforeEach(() => {
  vi.resetAllMocks()
  actions.isGranted.mockResolvedValue(false)
})
afterEach(cleanup)

async function show() {
  const view = render(
    <Words.Provider value={english}>
      <GrantPage host="courier.example" actions={actions} />
    </Words.Provider>,
  )
  await settle()
  return view
}
const button = (name: string) => screen.getByRole('button', { name })

describe('the page that asks for one site', () => {
  test('has one button, asks in its click, and leads back', async () => {
    actions.grant.mockResolvedValue(true)
    const { container } = await show()
    expect(await findFaults(container)).toEqual([])
    expect(screen.getAllByRole('button')).toHaveLength(1)
    fireEvent.click(button('Always on courier.example'))
    // At once: a browser refuses to ask later.
    expect(actions.grant).toHaveBeenCalledTimes(1)
    await settle()
    expect(screen.getByRole('status').textContent).toContain('From now on')
    expect(await findFaults(container)).toEqual([])
    fireEvent.click(button('Back to the article'))
    expect(actions.close).toHaveBeenCalledTimes(1)
  })

  test('says so where the reader refuses, and can be asked again', async () => {
    actions.grant.mockResolvedValue(false)
    await show()
    fireEvent.click(button('Always on courier.example'))
    await settle()
    expect(screen.getByRole('status').textContent).toContain('Nothing was changed')
    expect(button('Always on courier.example')).toBeTruthy()
  })

  test('does not ask for what is granted already', async () => {
    actions.isGranted.mockResolvedValue(true)
    await show()
    expect(screen.queryByRole('button', { name: 'Always on courier.example' })).toBeNull()
  })
})

test.each([
  ['?grant=courier.example', 'courier.example'],
  ['?grant=127.0.0.1', '127.0.0.1'],
  ['', null],
  ['?grant=', null],
  ['?grant=*', null],
  ['?grant=*.example', null],
  ['?grant=courier.example%2Fa', null],
  ['?grant=courier.example%20', null],
])('%s names %s', (search, host) => {
  expect(readWantedHost(search)).toBe(host)
})
