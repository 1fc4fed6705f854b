import type { CardContent } from '../../components/inline/MarkCard'
import { failureWords } from '../../components/shared/model-words'
import { askFromPage } from '../../utils/messaging/ask'
import type { Focus } from '../../utils/messaging/protocol'
import { readerPort } from '../../utils/messaging/sidebar-port'
import type { Failure, Result } from '../../utils/model/result'
import { type CollectedArticle, collectArticle } from '../../utils/page/collect-article'
import { isDarkPage } from '../../utils/page/is-dark-page'
import { createPainter } from '../../utils/page/painter'
import { readSelection } from '../../utils/page/selection'
import { isExtensionAlive, nativeBrowser } from '../../utils/platform/native-browser'
import { translate } from '../../utils/platform/translate'
import { createCards } from './create-cards'
import { createStage } from './create-stage'
import { fitsBeside } from './fits-beside'
import { listenToPage } from './listen-to-page'
import { type Mark, placeMarks } from './place-marks'
import { loadHighlights, type PlacedHighlight, saveRange } from './reader-highlights'
import { scrollToRange } from './scroll-to-range'
import { serveBackground } from './serve-background'
import { listSpots, paintSpots, type Spot } from './spots'

/** How long the last sentence stays after the session ended, ms. */
const farewellMs = 12_000
/** How long a new version takes at most to stand on the page in the old one's place, ms. */
const successorMs = 1_500
/** How long words that were jumped to stay emphasised, ms. */
const flashMs = 1_600

/**
 * One page's reader: reads the article, marks it, and answers the sidebar, the shortcuts and the pointer until it
 * ends. At its end the page is as it was found.
 */
export function createSession(first: CollectedArticle, onEnd: () => void): void {
  const life = new AbortController()
  const painter = createPainter(isDarkPage(first.story ?? document.body))
  let collected = first
  let marks: Mark[] = []
  let highlights: PlacedHighlight[] = []
  let spots: Spot[] = []
  let flashed: Range | null = null
  /** A focus that was asked for before the sidebar stood. */
  let waiting: Focus | null = null

  const paint = () => {
    if (life.signal.aborted) return
    const open = spots.find(({ key }) => key === stage.state().card?.key)
    paintSpots(painter, spots, flashed ?? open?.range ?? null)
  }
  const say = (key: string, action?: { label: string; run: () => void }) =>
    stage.change({ notice: { text: translate(key), ...(action && { action }) } })

  function end(farewell?: () => void): void {
    if (life.signal.aborted) return
    life.abort()
    cards.dispose()
    painter.dispose()
    onEnd()
    farewell?.()
    if (farewell) setTimeout(stage.dispose, farewellMs)
    else stage.dispose()
  }

  /** Goes on with a value; a failure is said in one sentence, and one that is for good ends the session. */
  function settle<T>(result: Result<T>, onward: (value: T) => void): void {
    if (life.signal.aborted) return
    if (result.ok) onward(result.value)
    else giveUp(result.failure)
  }
  function giveUp({ kind }: Failure): void {
    if (kind !== 'extension-gone') {
      say(failureWords[kind])
      return
    }
    // Where the site is granted, the new version comes by itself and takes our element out: then nobody sees this.
    stage.change({ card: null, selection: null, sidebar: 'absent', notice: null })
    end(() => setTimeout(() => say('inline_gone'), successorMs))
  }

  const place = (change: { marks?: Mark[]; highlights?: PlacedHighlight[] }) => {
    marks = change.marks ?? marks
    highlights = change.highlights ?? highlights
    spots = listSpots(marks, highlights)
    paint()
  }
  async function read(): Promise<void> {
    settle(await askFromPage('article/read', { article: collected.article }), reply => {
      place({ marks: reply.areMarksShown ? placeMarks(reply, collected.map) : [] })
      stage.change({ claims: reply.claims.length, isDisputed: reply.isDisputed })
    })
  }
  async function findHighlights(): Promise<void> {
    settle(await loadHighlights(collected.article, collected.map), found => place({ highlights: found }))
  }
  /** The page may have written more of itself since: it is collected anew, and all that is placed in it. */
  async function refresh(): Promise<void> {
    collected = collectArticle(document, location.href) ?? collected
    await Promise.all([read(), findHighlights()])
  }

  async function highlight(range: Range): Promise<boolean> {
    // Selections come from the page as it is now; the map is of the moment it was read.
    collected = collectArticle(document, location.href) ?? collected
    const saved = await saveRange(range, collected.article, collected.map)
    if (!saved) return false
    settle(saved, ({ id }) => {
      getSelection()?.removeAllRanges()
      stage.change({ selection: null })
      say('inline_highlightSaved', {
        label: translate('inline_addNote'),
        run: () => showInSidebar({ highlight: id }),
      })
    })
    await findHighlights()
    return saved.ok
  }
  async function highlightSelection(): Promise<boolean> {
    const selected = readSelection(document, collected.map)
    if (selected.range) return highlight(selected.range)
    say(selected.reason === 'too-long' ? 'inline_selectionTooLong' : 'inline_nothingSelected')
    return false
  }

  function setSidebar(to: 'open' | 'closed'): void {
    if (stage.state().sidebar !== to) stage.change({ sidebar: to, isSidebarReady: false })
  }
  function chooseSidebar(to: 'open' | 'closed'): void {
    setSidebar(to)
    askFromPage('sidebar/remember', { isOpen: to === 'open' })
  }
  function showInSidebar(focus: Focus): void {
    cards.close()
    setSidebar('open')
    if (stage.state().isSidebarReady) askFromPage('sidebar/focus', focus)
    else waiting = focus
  }
  const focusOf = (content: CardContent): Focus =>
    content.kind === 'claim' ? { claim: content.here.claim.id } : { highlight: content.highlight.id }

  function show(spot: Spot): void {
    scrollToRange(spot.range)
    flashed = spot.range
    paint()
    setTimeout(() => {
      if (flashed !== spot.range) return
      flashed = null
      paint()
    }, flashMs)
  }
  /** The next or previous mark, round the ends; from the one whose card was open last, else from the window's top. */
  function step(by: 1 | -1): boolean {
    const claims = spots.filter(({ content }) => content.kind === 'claim')
    const current = claims.findIndex(({ key }) => key === cards.current()?.key)
    const below = claims.findIndex(({ range }) => range.getBoundingClientRect().bottom > 0)
    const start = current >= 0 ? current + by : by > 0 ? Math.max(below, 0) : below - 1
    const spot = claims.at(start % (claims.length || 1))
    if (!spot) {
      say('inline_noMarks')
      return false
    }
    show(spot)
    cards.open(spot, null, true)
    return true
  }

  const stage = createStage({
    openSidebar: () => chooseSidebar('open'),
    closeSidebar: () => chooseSidebar('closed'),
    retrySidebar: () => stage.change({ isSidebarReady: false }),
    closeCard: () => cards.close(),
    showInSidebar: content => showInSidebar(focusOf(content)),
    highlightMark(content) {
      const mark = content.kind === 'claim' && marks.find(({ id }) => id === content.here.claim.id)
      cards.close()
      if (mark) highlight(mark.sentence)
    },
    highlightSelection,
    endNotice() {
      stage.change({ notice: null })
      if (life.signal.aborted) stage.dispose()
    },
  })
  const cards = createCards(stage, paint)

  listenToPage({
    signal: life.signal,
    stage,
    cards,
    spots: () => spots,
    readSelection: () => readSelection(document, collected.map).range,
  })
  serveBackground({
    signal: life.signal,
    collect: () => ({
      article: collected.article,
      anchors: highlights.map(({ highlight: { id }, state }) => ({ highlight: id, state })),
    }),
    show(focus) {
      const wanted = JSON.stringify(focus)
      const spot = spots.find(each => JSON.stringify(each.focus) === wanted)
      if (spot) show(spot)
      return spot !== undefined
    },
    step,
    highlightSelection,
    toggle: to => chooseSidebar(to ?? (stage.state().sidebar === 'open' ? 'closed' : 'open')),
    ready() {
      stage.change({ isSidebarReady: true })
      if (waiting) askFromPage('sidebar/focus', waiting)
      waiting = null
    },
    refresh,
    leave: () => end(),
  })

  const checkLife = () => {
    if (!life.signal.aborted && !isExtensionAlive()) giveUp({ kind: 'extension-gone', detail: '' })
  }
  // The port ends at once when the extension does; it also ends when the worker sleeps, so the page's own events ask too.
  nativeBrowser().runtime.connect({ name: readerPort }).onDisconnect.addListener(checkLife)
  for (const type of ['visibilitychange', 'pointerdown'])
    document.addEventListener(type, checkLife, { signal: life.signal, passive: true })

  async function start(): Promise<void> {
    settle(await askFromPage('reader/begin', {}), ({ isSidebarOpen, highlightKeys }) => {
      stage.change({ shortcut: highlightKeys || null })
      // Somebody may have opened it meanwhile, by the toolbar button.
      if (stage.state().sidebar !== 'absent') return
      setSidebar(isSidebarOpen && fitsBeside(collected.story ?? document.body) ? 'open' : 'closed')
    })
    await Promise.all([read(), findHighlights()])
    // The sidebar may have asked before the highlights were placed.
    if (!life.signal.aborted) await askFromPage('page/changed', {})
  }
  start()
}
