import { act, render } from '@testing-library/preact'
import { vi } from 'vitest'
import { Words } from '../../components/shared/words'
import { Sidebar } from '../../components/sidebar/Sidebar'
import type { SidebarActions, SidebarNews } from '../../components/sidebar/sidebar-actions'
import type { SidebarView } from '../../utils/messaging/protocol'
import { asClaimId } from '../../utils/model/ids'
import { fail, succeed } from '../../utils/model/result'
import { comparePairOf } from './compare-pair-of'
import { english } from './english'
import { makeClaimActions } from './make-claim-actions'
import { makeOnFile } from './make-on-file'
import { makeLoadedQuestion, makeView } from './make-reading'

/** Actions that all succeed and remember what they were asked. */
const makeActions = (view: SidebarView, more: Partial<SidebarActions> = {}) =>
  Object.assign(
    {
      listen: vi.fn<SidebarActions['listen']>(() => () => {}),
      loadView: vi.fn<SidebarActions['loadView']>(async () => succeed(view)),
      loadQuestion: vi.fn<SidebarActions['loadQuestion']>(async () => succeed(makeLoadedQuestion())),
      comparePair: vi.fn<SidebarActions['comparePair']>(async pair => comparePairOf(view.reading, pair)),
      findWords: vi.fn<SidebarActions['findWords']>(async words => succeed(makeOnFile({ words }))),
      copy: vi.fn<SidebarActions['copy']>(async () => true),
      openArticle: vi.fn<SidebarActions['openArticle']>(async () => succeed(undefined)),
      showClaim: vi.fn<SidebarActions['showClaim']>(async () => succeed(undefined)),
      showSentence: vi.fn<SidebarActions['showSentence']>(async () => succeed(undefined)),
      citeHighlight: vi.fn<SidebarActions['citeHighlight']>(async () =>
        succeed({ url: 'http://herald.example/a#:~:text=the%20words' }),
      ),
      showHighlight: vi.fn<SidebarActions['showHighlight']>(async () => succeed(undefined)),
      changeHighlight: vi.fn<SidebarActions['changeHighlight']>(async () => {
        const [first] = view.highlights
        if (!first) throw new Error('no highlight to note')
        return succeed({ highlight: first.highlight, entry: 8 })
      }),
      deleteHighlight: vi.fn<SidebarActions['deleteHighlight']>(async () => succeed({ entry: 7 })),
      attachHighlight: vi.fn<SidebarActions['attachHighlight']>(async id => {
        const attached = view.highlights.find(({ highlight }) => highlight.id === id)
        return attached ? succeed({ highlight: attached.highlight, entry: 9 }) : fail('not-found', id)
      }),
      showPlace: vi.fn<SidebarActions['showPlace']>(async () => succeed(undefined)),
      listTags: vi.fn<SidebarActions['listTags']>(async () => succeed([])),
      listSteps: vi.fn<SidebarActions['listSteps']>(async () => succeed([])),
      focusPage: vi.fn<SidebarActions['focusPage']>(async () => succeed(undefined)),
      undo: vi.fn<SidebarActions['undo']>(async id => {
        const [first] = view.highlights
        const before = first ? [first.highlight] : []
        return succeed({ id, atMs: 0, action: 'delete', before, after: [] })
      }),
      saveClaims: vi.fn<SidebarActions['saveClaims']>(async () =>
        succeed({ claims: [asClaimId('reader:1')] }),
      ),
      ...makeClaimActions(),
      judgePair: vi.fn<SidebarActions['judgePair']>(async () => succeed(undefined)),
      dismissPage: vi.fn<SidebarActions['dismissPage']>(async () => succeed(undefined)),
      switchSite: vi.fn<SidebarActions['switchSite']>(async () => succeed(undefined)),
      saveSettings: vi.fn<SidebarActions['saveSettings']>(async () => succeed(view.settings)),
      grantSite: vi.fn<SidebarActions['grantSite']>(async () => succeed('granted')),
      exportBackup: vi.fn<SidebarActions['exportBackup']>(async () => succeed('sidelight.json')),
      openLibrary: vi.fn<SidebarActions['openLibrary']>(async () => succeed(undefined)),
      dismissCare: vi.fn<SidebarActions['dismissCare']>(async () => succeed(undefined)),
      openOptions: vi.fn(),
      close: vi.fn(),
    },
    more,
  )

/** A sidebar with these data, after its first answer; `tell` brings it news. */
export async function renderSidebar(view: SidebarView = makeView(), more: Partial<SidebarActions> = {}) {
  let onNews: (news: SidebarNews) => void = () => {}
  const actions = makeActions(view, {
    listen: listener => {
      onNews = listener
      return () => {}
    },
    ...more,
  })
  const { container } = render(
    <Words.Provider value={english}>
      <Sidebar actions={actions} />
    </Words.Provider>,
  )
  await act(async () => {})
  return { actions, container, tell: (news: SidebarNews) => act(() => onNews(news)) }
}
