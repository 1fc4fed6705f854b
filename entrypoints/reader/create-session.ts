import type { CardContent } from '../../components/inline/MarkCard'
import { failureWords } from '../../components/shared/model-words'
import { askFromPage } from '../../utils/messaging/ask'
import type { Focus } from '../../utils/messaging/protocol'
import { connectReader } from '../../utils/messaging/reader-port'
import { limits } from '../../utils/model/limits'
import type { Failure } from '../../utils/model/result'
import type { CollectedArticle } from '../../utils/page/collect-article'
import { isDarkPage } from '../../utils/page/is-dark-page'
import { createPainter } from '../../utils/page/painter'
import type { SharedWorld } from '../../utils/page/shared-world'
import { isExtensionAlive } from '../../utils/platform/native-browser'
import { translate } from '../../utils/platform/translate'
import { createArrival } from './create-arrival'
import { createCards } from './create-cards'
import { createPlacement } from './create-placement'
import { createSidebar } from './create-sidebar'
import { createStage } from './create-stage'
import { listenToPage } from './listen-to-page'
import { notTakenWords } from './not-taken-words'
import { scrollToRange } from './scroll-to-range'
import { serveBackground } from './serve-background'
import { paintSpots, type Spot } from './spots'

/** How long the last sentence stays after the session ended, ms. */
const farewellMs = 12_000
/** How long a new version takes at most to stand on the page in the old one's place, ms. */
const successorMs = 1_500
/** How long words that were jumped to stay emphasised, ms. */
const flashMs = 1_600
/** The same on a page that was opened for them: one looks for one's bearings first. */
const arrivalMs = 5_000

/**
 * One page's reader: has the article read, marks it, and answers the sidebar, the shortcuts and the pointer until it
 * ends: with the page, which may give way to another one in the same document. At its end the document is as it was
 * found. Returns what the gate needs of it.
 */
export function createSession(
  first: CollectedArticle,
  onEnd: () => void,
): NonNullable<SharedWorld['sidelightReader']> {
  const life = new AbortController()
  const { signal } = life
  const painter = createPainter(isDarkPage(first.story ?? document.body))
  /** Whether Sidelight is on for this page: off, it offers nothing by itself, but answers. */
  let isOn = true
  let areMarksShown = false
  let isSaving = false
  let flashed: Spot | null = null

  const say = (key: string, action?: { label: string; run: () => void }) =>
    stage.change({ notice: { text: translate(key), ...(action && { action }) } })
  const paintCurrent = () => {
    const open = placement.spots().find(({ key }) => key === stage.state().card?.key)
    if (!signal.aborted) painter.paint('current', (flashed ?? open)?.ranges ?? [])
  }

  function end(farewell?: () => void): void {
    if (signal.aborted) return
    life.abort()
    cards.dispose()
    painter.dispose()
    onEnd()
    farewell?.()
    if (farewell) setTimeout(stage.dispose, farewellMs)
    else stage.dispose()
  }
  /** Another page stands here: nothing on this tab may speak of the old one any more. */
  function leave(): void {
    if (signal.aborted) return
    end()
    askFromPage('page/left', {})
  }
  /** A failure is said in one sentence; one that is for good ends the session. */
  function giveUp({ kind }: Failure): void {
    if (signal.aborted) return
    if (kind !== 'extension-gone') {
      say(failureWords[kind])
      return
    }
    // Where the site is granted, the new version comes by itself and takes our element out: then nobody sees this.
    stage.change({ card: null, selection: null, sidebar: 'absent', notice: null })
    end(() => setTimeout(() => say('inline_gone'), successorMs))
  }

  function checkLife(): void {
    if (!isExtensionAlive()) giveUp({ kind: 'extension-gone', detail: '' })
  }

  async function highlight(ranges: readonly Range[]): Promise<boolean> {
    if (isSaving) return false
    isSaving = true
    const saved = await placement.save(ranges)
    isSaving = false
    if (signal.aborted) return false
    if (!saved.ok) {
      giveUp(saved.failure)
      return false
    }
    getSelection()?.removeAllRanges()
    stage.change({ selection: null })
    const { id } = saved.value
    say('inline_highlightSaved', {
      label: translate('inline_addNote'),
      run: () => sidebar.show({ highlight: id }),
    })
    return true
  }
  async function highlightSelection(): Promise<boolean> {
    const selected = await placement.readSelection()
    if (selected.ranges) return highlight(selected.ranges)
    say(notTakenWords[selected.reason])
    return false
  }

  /** Asks what is on file about the selected words: the sidebar shows it. */
  async function compareSelection(): Promise<boolean> {
    const selected = await placement.readSelection()
    // Words count too that stand where nothing can be highlighted: in a menu, say.
    const text = selected.ranges ? selected.text : selected.reason === 'outside' ? String(getSelection()) : ''
    const words = text.replace(/\s+/g, ' ').trim()
    const isTooLong = selected.reason === 'too-long' || words.length > limits.title
    if (isTooLong || words === '') {
      say(isTooLong ? 'inline_tooLongToLookUp' : 'inline_nothingToLookUp')
      return false
    }
    stage.change({ selection: null })
    sidebar.show({ words })
    return true
  }

  function focusOf(content: CardContent): Focus {
    if (content.kind === 'claim') return { claim: content.here.claim.id }
    if (content.kind === 'sentence') return { sentence: content.here.span.start }
    return { highlight: content.highlight.id }
  }

  function findSpot(focus: Focus): Spot | undefined {
    const wanted = JSON.stringify(focus)
    return placement.spots().find(each => JSON.stringify(each.focus) === wanted)
  }
  function scrollTo({ ranges: [range] }: Spot, isInstant = false): void {
    if (range) scrollToRange(range, sidebar.uncover(range), isInstant)
  }
  function flash(spot: Spot, lastsMs = flashMs): void {
    flashed = spot
    paintCurrent()
    setTimeout(() => {
      if (flashed !== spot) return
      flashed = null
      paintCurrent()
    }, lastsMs)
  }
  /** The next or previous mark, round the ends; from the one whose card was open last, else from the window's top. */
  async function step(by: 1 | -1, of: 'marks' | 'highlights'): Promise<boolean> {
    await placement.reading
    const wanted = placement
      .spots()
      .filter(({ content }) => (content.kind === 'highlight') === (of === 'highlights'))
    const current = wanted.findIndex(({ key }) => key === cards.current()?.key)
    const below = wanted.findIndex(({ ranges }) => (ranges[0]?.getBoundingClientRect().bottom ?? 0) > 0)
    const start = current >= 0 ? current + by : by > 0 ? Math.max(below, 0) : below - 1
    const spot: Spot | undefined = wanted.at(start % (wanted.length || 1))
    if (!spot) {
      say(of === 'marks' ? 'inline_noMarks' : 'inline_noHighlights')
      return false
    }
    scrollTo(spot, true)
    cards.open(spot, null, true)
    return true
  }

  /** From the page to the card at hand in the sidebar. */
  function switchFocus(): boolean {
    const content = stage.state().card?.content
    if (!content) return false
    sidebar.show(focusOf(content))
    return true
  }

  const stage = createStage({
    openSidebar: isByKeyboard => sidebar.choose('open', isByKeyboard),
    closeSidebar: () => sidebar.choose('closed'),
    placeSidebar: change => sidebar.move(change),
    hideHandle: () => sidebar.hideHandle(),
    retrySidebar: () => stage.change({ isSidebarReady: false }),
    closeCard: () => cards.close(),
    showInSidebar(content) {
      cards.close()
      sidebar.show(focusOf(content))
    },
    highlightMark(content) {
      const sentence = placement.sentenceOf(content)
      cards.close()
      if (sentence.length > 0) highlight(sentence)
    },
    highlightSelection,
    compareSelection,
    followClaim(claim) {
      if (!isExtensionAlive()) return false
      askFromPage('claim/follow', { claim }).then(done => done.ok || giveUp(done.failure))
      return true
    },
    endNotice() {
      stage.change({ notice: null })
      if (signal.aborted) stage.dispose()
    },
  })
  const cards = createCards(stage, paintCurrent)
  const arrival = createArrival({
    signal,
    show(claim) {
      const spot = findSpot({ claim })
      if (!spot) return false
      scrollTo(spot, true)
      flash(spot, arrivalMs)
      if (stage.state().sidebar === 'open') sidebar.show(spot.focus)
      else cards.open(spot, null, true)
      return true
    },
    onAbsent(claim) {
      if (stage.state().sidebar === 'open') sidebar.show({ claim })
      if (areMarksShown) say('inline_wantedAbsent')
    },
  })
  const placement = createPlacement({
    first,
    connection: connectReader(signal, checkLife),
    signal,
    onRead(part) {
      isOn = part.isOn
      areMarksShown = part.areMarksShown
      stage.change({
        claims: part.claims.length,
        sentences: part.sentenceCount,
        isDisputed: part.isDisputed,
        ...(part.isAnew && { selection: null }),
      })
      if (stage.state().sidebar !== 'open') sidebar.set('closed')
    },
    onPlaced() {
      paintSpots(painter, placement.spots())
      paintCurrent()
      arrival.look()
    },
    onFailure: giveUp,
  })
  const sidebar = createSidebar({ signal, stage, isOn: () => isOn, paragraphs: placement.paragraphs })

  listenToPage({
    signal,
    stage,
    cards,
    spots: placement.spots,
    glanceAtSelection: () => (isOn ? placement.glanceAtSelection() : { ranges: null, reason: 'nothing' }),
  })
  serveBackground({
    signal,
    collect: () => ({ ...placement.state(), beside: sidebar.state() }),
    show(focus) {
      const spot = findSpot(focus)
      if (!spot) return false
      scrollTo(spot)
      flash(spot)
      return true
    },
    step,
    switchFocus,
    describe: placement.describe,
    highlightSelection,
    compareSelection,
    sidebar,
    refresh: placement.refresh,
    leave: () => end(),
  })

  // The port ends at once when the extension does; it also ends when the worker sleeps, so the page's own events ask too.
  for (const type of ['visibilitychange', 'pointerdown'])
    document.addEventListener(type, checkLife, { signal, passive: true })

  askFromPage('reader/begin', {}).then(begun => {
    if (signal.aborted) return
    if (!begun.ok) {
      giveUp(begun.failure)
      return
    }
    const { wanted } = begun.value
    if (wanted !== null) placement.reading.then(() => arrival.expect(wanted))
    stage.change({ shortcut: begun.value.highlightKeys || null })
    sidebar.begin(begun.value.isSidebarOpen, begun.value.place)
  })
  return { leave, look: placement.look }
}
