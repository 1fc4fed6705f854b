import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { DataState } from '../../../../components/library/data/data-actions'
import { ReaderDataView } from '../../../../components/library/data/ReaderDataView'
import { CareLine } from '../../../../components/shared/CareLine'
import { Words } from '../../../../components/shared/words'
import { defaultPlan } from '../../../../utils/model/backup-plan'
import type { Care } from '../../../../utils/model/care'
import { fail, succeed } from '../../../../utils/model/result'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'
import { makeDataActions, makeDataState } from '../../../support/make-data-actions'
import { makeView } from '../../../support/make-reading'
import { renderSidebar } from '../../../support/render-sidebar'
import { settle } from '../../../support/settle'

afterEach(cleanup)

const showDossiers = vi.fn()

async function show(state: Partial<DataState> = {}) {
  const made = makeDataActions(state)
  const view = render(
    <Words.Provider value={english}>
      <ReaderDataView
        actions={made.actions}
        changes={0}
        place=""
        go={() => {}}
        showDossiers={showDossiers}
        chooseFiles={() => {}}
      />
    </Words.Provider>,
  )
  await settle()
  return { ...made, ...view }
}
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}
const part = (name: string) => within(screen.getByRole('region', { name }))
const said = () => document.querySelector('.said, .data-view > [role=status]')?.textContent
const on = { ...defaultPlan, everyDays: 7 as const, tag: 'k3' }

describe('the view of the reader’s data', () => {
  test('has no fault that axe finds, switched off and on, failed, and before everything goes', async () => {
    const first = await show()
    expect(await findFaults(first.container)).toEqual([])
    await press('Delete everything…')
    expect(await findFaults(first.container)).toEqual([])
    cleanup()
    const failure = { kind: 'not-allowed' as const, atMs: Date.UTC(2031, 4, 6) }
    const second = await show({
      plan: { ...on, failure, files: [{ name: 'sidelight-backup-k3-1.json', atMs: Date.UTC(2031, 4, 5) }] },
      storage: { usedBytes: 900, quotaBytes: 1_000 },
    })
    expect(await findFaults(second.container)).toEqual([])
  })

  test('that cannot be loaded says so, and is tried again', async () => {
    const { actions } = await show()
    cleanup()
    actions.load.mockResolvedValueOnce(fail('storage-failed', 'x'))
    render(
      <Words.Provider value={english}>
        <ReaderDataView
          actions={actions}
          changes={0}
          place=""
          go={() => {}}
          showDossiers={showDossiers}
          chooseFiles={() => {}}
        />
      </Words.Provider>,
    )
    await settle()
    expect(screen.getByRole('alert').textContent).toContain('did not answer')
    await press('Try again')
    expect(screen.getByRole('heading', { name: 'Storage' })).toBeTruthy()
  })
})

describe('a backup', () => {
  test('is written with its progress shown, and how it ended said', async () => {
    const { actions } = await show()
    let end = () => {}
    actions.saveBackup.mockImplementation(async ({ onProgress }) => {
      onProgress(420_000)
      await new Promise<void>(resolve => {
        end = resolve
      })
      return succeed('sidelight-backup-2031-05-06.json')
    })
    await press('Save file')
    expect(screen.getByText('Writing… 0.4 MB')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save file' }).hasAttribute('disabled')).toBe(true)
    await act(async () => end())
    await settle()
    expect(part('Backup').getByRole('status').textContent).toContain('sidelight-backup-2031-05-06.json')
    expect(screen.queryByText('Writing… 0.4 MB')).toBeNull()
  })

  test('is stopped', async () => {
    const { actions } = await show()
    actions.saveBackup.mockImplementation(
      ({ signal, onProgress }) =>
        new Promise(resolve => {
          onProgress(5)
          signal.addEventListener('abort', () => resolve(fail('cancelled', 'the reader')))
        }),
    )
    await press('Save file')
    await press('Stop')
    expect(part('Backup').getByRole('status').textContent).toBe(english('library_stopped'))
  })

  test('leads to the dossiers, which are files of their own', async () => {
    await show()
    await press('Dossiers')
    expect(showDossiers).toHaveBeenCalledOnce()
  })

  test('says when the last one was made', async () => {
    await show()
    expect(part('Backup').getByText(/no backup yet/)).toBeTruthy()
    cleanup()
    await show({ plan: { ...defaultPlan, savedMs: new Date(2031, 4, 6, 7, 8).getTime() } })
    expect(part('Backup').getByText(/last backup 6 May, 07:08/)).toBeTruthy()
  })
})

describe('backups by themselves', () => {
  test('are off until the reader turns them on, which asks the browser', async () => {
    const { actions } = await show()
    actions.useDownloads.mockResolvedValueOnce(fail('not-allowed', 'refused'))
    await press('Turn on, into the downloads')
    expect(actions.useDownloads).toHaveBeenCalledWith({ everyDays: 7, folder: null })
    expect(said()).toBe('The browser does not allow that here.')
  })

  test('are written every so many days, now, or not at all', async () => {
    const { actions } = await show({ plan: on })
    fireEvent.change(screen.getByRole('combobox', { name: 'Write a file every' }), {
      target: { value: '30' },
    })
    await settle()
    expect(actions.changePlan).toHaveBeenLastCalledWith({ everyDays: 30 })
    await press('Write one now')
    expect(said()).toBe('A backup was written.')
    await press('Turn off')
    expect(actions.changePlan).toHaveBeenLastCalledWith({ everyDays: 0, folder: null })
  })

  test('go into a folder where the browser has such', async () => {
    const { actions } = await show({ plan: { ...on, everyDays: 1 } })
    await press('Choose a folder…')
    expect(actions.chooseFolder).toHaveBeenCalledWith({ everyDays: 1 })
    cleanup()
    await show({ plan: { ...on, folder: 'safe' } })
    expect(screen.getByText('In the folder safe')).toBeTruthy()
    await press('Into the downloads instead')
    cleanup()
    await show({ plan: on, canPickFolder: false })
    expect(screen.queryByRole('button', { name: 'Choose a folder…' })).toBeNull()
  })

  test('list what was written, the newest first', async () => {
    const files = [1, 2].map(n => ({ name: `sidelight-backup-k3-${n}.json`, atMs: n }))
    await show({ plan: { ...on, files } })
    const names = part('Backups by themselves').getAllByRole('listitem')
    expect(names.map(({ textContent }) => textContent?.slice(0, 21))).toEqual([
      'sidelight-backup-k3-2',
      'sidelight-backup-k3-1',
    ])
  })

  test.each([
    ['not-allowed', null, 'into the downloads any more', 'Allow it again'],
    ['not-allowed', 'safe', 'into the folder any more', 'Allow it again'],
    ['not-found', 'safe', 'The folder is not there any more', 'Try again'],
    ['storage-full', null, 'full', 'Try again'],
  ] as const)('that failed (%s, %s) say so until that was seen', async (kind, folder, words, again) => {
    const { actions, shown } = await show({ plan: { ...on, folder, failure: { kind, atMs: 5 } } })
    const alert = within(screen.getByRole('alert'))
    expect(alert.getByText(new RegExp(words))).toBeTruthy()
    await press(again)
    expect(actions.allowAgain).toHaveBeenCalledWith(shown.state.plan)
    actions.dismissCare.mockImplementation(async () => {
      shown.state = makeDataState({ plan: { ...on, folder } })
      return succeed(undefined)
    })
    await press('Understood')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('are not reminded of where they are on; else after days that the reader chooses', async () => {
    const { actions } = await show()
    const remind = screen.getByRole('combobox', { name: 'Remind me of a backup' })
    expect((remind as HTMLSelectElement).value).toBe('30')
    fireEvent.change(remind, { target: { value: '0' } })
    await settle()
    expect(actions.changePlan).toHaveBeenCalledWith({ reminderDays: 0 })
    cleanup()
    await show({ plan: on })
    expect(screen.queryByRole('combobox', { name: 'Remind me of a backup' })).toBeNull()
  })
})

describe('the storage', () => {
  test('says how much is used of how much, and asks the browser to keep it', async () => {
    const { actions } = await show()
    expect(screen.getByText('1.25 MB of 1 GB used')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    await press('Keep it')
    expect(actions.persist).toHaveBeenCalledOnce()
    expect(said()).toContain('did not promise')
  })

  test('warns from four fifths on', async () => {
    await show({ storage: { usedBytes: 799, quotaBytes: 1_000 } })
    expect(screen.queryByRole('alert')).toBeNull()
    cleanup()
    await show({ storage: { usedBytes: 800, quotaBytes: 1_000 } })
    expect(screen.getByRole('alert').textContent).toContain('80% is used')
  })

  test('says nothing where the browser does not', async () => {
    await show({ storage: { usedBytes: null, quotaBytes: null }, isPersisted: true })
    expect(screen.getByText('The browser does not say how much is used.')).toBeTruthy()
    expect(screen.queryByRole('meter')).toBeNull()
  })
})

describe('deleting everything', () => {
  test('takes two steps, with the last offer to save between them', async () => {
    const { actions } = await show()
    await press('Delete everything…')
    const question = screen.getByRole('heading', { name: 'Delete everything? This cannot be undone.' })
    expect(document.activeElement).toBe(question)
    expect(actions.deleteEverything).not.toHaveBeenCalled()
    await press('Save a backup first')
    expect(actions.saveBackup).toHaveBeenCalledOnce()
    await press('Delete everything for good')
    expect(actions.deleteEverything).toHaveBeenCalledOnce()
    expect(said()).toBe('Everything was deleted.')
    expect(screen.queryByRole('heading', { name: /This cannot be undone/ })).toBeNull()
  })

  test('is left by Escape or a button, and the focus goes back', async () => {
    const { actions } = await show()
    for (const leave of [
      () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' }),
      () => fireEvent.click(screen.getByRole('button', { name: 'Keep everything' })),
    ]) {
      await press('Delete everything…')
      leave()
      await settle()
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Delete everything…' }))
    }
    expect(actions.deleteEverything).not.toHaveBeenCalled()
  })

  test('that fails says why, and the offer stays', async () => {
    const { actions } = await show()
    actions.deleteEverything.mockResolvedValue(fail('busy', 'a dossier is being taken in'))
    await press('Delete everything…')
    await press('Delete everything for good')
    expect(said()).toContain('Another file is being taken in')
    expect(screen.getByRole('button', { name: 'Delete everything for good' })).toBeTruthy()
  })
})

describe('the quiet line', () => {
  test.each<[Care, string]>([
    [{ is: 'backup-failed' }, 'The last backup could not be written.'],
    [{ is: 'storage-filling', percent: 84 }, '84% of the room'],
    [{ is: 'backup-old', days: 31 }, 'The last backup is 31 days old'],
    [{ is: 'backup-old', days: null }, 'There is no backup yet'],
  ])('%o', async (care, words) => {
    const { container } = render(
      <Words.Provider value={english}>
        <CareLine care={care} onOpen={() => {}} onDismiss={() => {}} />
      </Words.Provider>,
    )
    expect(container.textContent).toContain(words)
    expect(await findFaults(container)).toEqual([])
  })

  test('stands in the sidebar, leads to the library and is left for a while', async () => {
    const { actions, container } = await renderSidebar(makeView({ care: { is: 'backup-old', days: 45 } }))
    const line = within(screen.getByRole('complementary', { name: 'Backup and storage' }))
    fireEvent.click(line.getByRole('button', { name: 'Backup and data' }))
    await settle()
    expect(actions.openLibrary).toHaveBeenCalledWith('data')
    fireEvent.click(line.getByRole('button', { name: 'Later' }))
    await settle()
    expect(actions.dismissCare).toHaveBeenCalledOnce()
    expect(await findFaults(container)).toEqual([])
  })

  test('is none in the sidebar where there is nothing to say', async () => {
    await renderSidebar()
    expect(screen.queryByRole('complementary', { name: 'Backup and storage' })).toBeNull()
  })

  test('more than a message bears is written by the library, where the sidebar leads then', async () => {
    const { actions } = await renderSidebar(makeView(), {
      exportBackup: async () => fail('too-large', '50000 highlights'),
    })
    fireEvent.click(screen.getByRole('button', { name: 'Menu' }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Save everything as a file…' }))
    await settle()
    expect(actions.openLibrary).toHaveBeenCalledWith('data')
  })
})
