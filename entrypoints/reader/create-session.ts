import { failureWords } from '../../components/shared/model-words'
import { askFromPage } from '../../utils/messaging/ask'
import { connectReader } from '../../utils/messaging/reader-port'
import type { HighlightColour } from '../../utils/model/highlight'
import { limits } from '../../utils/model/limits'
import type { Failure } from '../../utils/model/result'
import { defaultSettings, type HighlightLook, lookOf } from '../../utils/model/settings'
import type { CollectedArticle } from '../../utils/page/collect-article'
import { isDarkPage } from '../../utils/page/is-dark-page'
import { createPainter } from '../../utils/page/painter'
import type { SharedWorld } from '../../utils/page/shared-world'
import { isExtensionAlive } from '../../utils/platform/native-browser'
import { translate } from '../../utils/platform/translate'
import { createGuide, focusOf } from './create-guide'
import { createLanding } from './create-landing'
import { createPlacement } from './create-placement'
import { createSidebar } from './create-sidebar'
import { createStage } from './create-stage'
import { listenToPage } from './listen-to-page'
import { notTakenWords } from './not-taken-words'
import { serveBackground } from './serve-background'
import { paintSpots } from './spots'

/** How long the last sentence stays after the session ended, ms. */
const farewellMs = 12_000
/** How long a new version takes at most to stand on the page in the old one's place, ms. */
const successorMs = 1_500
/** How long words stay emphasised on a page that was opened for them: one looks for one's bearings first, ms. */
const landingMs = 5_000

const selectionEnds = () => {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {}
  return [anchorNode, anchorOffset, focusNode, focusOffset]
}

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

  const say = (key: string, action?: { label: string; run: () => void }) =>
    stage.change({ notice: { text: translate(key), ...(action && { action }) } })
  function end(farewell?: () => void): void {
    if (signal.aborted) return
    life.abort()
    guide.cards.dispose()
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

  async function highlight(
    ranges: readonly Range[],
    { colour, isToNote = false }: { colour?: HighlightColour; isToNote?: boolean } = {},
  ): Promise<boolean> {
    if (isSaving) return false
    isSaving = true
    const wasSelected = selectionEnds()
    const saved = await placement.save(ranges, colour)
    isSaving = false
    if (signal.aborted) return false
    if (!saved.ok) {
      giveUp(saved.failure)
      return false
    }
    // The reader may have selected the next words already: those stay.
    if (selectionEnds().every((end, index) => end === wasSelected[index])) {
      getSelection()?.removeAllRanges()
      stage.change({ selection: null })
    }
    const writeNote = () => sidebar.show({ highlight: saved.value.id, at: 'note' }, true)
    if (isToNote) writeNote()
    else say('inline_highlightSaved', { label: translate('inline_addNote'), run: writeNote })
    return true
  }
  async function highlightSelection(how: Parameters<typeof highlight>[1] = {}): Promise<boolean> {
    const selected = await placement.readSelection()
    if (selected.ranges) return highlight(selected.ranges, how)
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

  /** Has a claim made of the selected words: its form stands in the sidebar. */
  async function claimSelection(): Promise<void> {
    const selected = await placement.readSelection()
    if (!selected.ranges) return say(notTakenWords[selected.reason])
    const { span } = selected
    const words = selected.text
    if (words.length > limits.title) return say('inline_tooLongForClaim')
    stage.change({ selection: null })
    sidebar.show({ passage: span, words }, true)
  }

  const stage = createStage({
    openSidebar: isByKeyboard => sidebar.choose('open', isByKeyboard),
    closeSidebar: () => sidebar.choose('closed'),
    placeSidebar: change => sidebar.move(change),
    hideHandle: () => sidebar.hideHandle(),
    retrySidebar: () => stage.change({ isSidebarReady: false }),
    closeCard: () => guide.cards.close(),
    showInSidebar(content) {
      guide.cards.close()
      sidebar.show(focusOf(content))
    },
    highlightMark(content) {
      const sentence = placement.sentenceOf(content)
      guide.cards.close()
      if (sentence.length > 0) highlight(sentence)
    },
    highlightSelection: colour => highlightSelection(colour ? { colour } : {}),
    noteSelection: () => highlightSelection({ isToNote: true }),
    compareSelection,
    claimSelection,
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
  const landing = createLanding({
    signal,
    show(claim) {
      const spot = guide.findSpot({ claim })
      if (spot) guide.arrive(spot, landingMs)
      return spot !== undefined
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
      paintAll()
      landing.look()
    },
    onFailure: giveUp,
  })
  const sidebar = createSidebar({ signal, stage, isOn: () => isOn, paragraphs: placement.paragraphs })
  const guide = createGuide({ signal, painter, stage, placement, sidebar, say })
  function paintAll(): void {
    paintSpots(painter, guide.shownSpots())
    guide.paintCurrent()
  }
  function takeLook(look: HighlightLook): void {
    const { card } = stage.state()
    if (card?.content.kind === 'highlight' && !look.areHighlightsShown) guide.cards.close()
    stage.change({ look })
    paintAll()
  }

  listenToPage({
    signal,
    stage,
    cards: guide.cards,
    spots: guide.shownSpots,
    glanceAtSelection: () => (isOn ? placement.glanceAtSelection() : { ranges: null, reason: 'nothing' }),
  })
  serveBackground({
    signal,
    collect: () => ({ ...placement.state(), beside: sidebar.state() }),
    guide,
    takeLook(look, says) {
      takeLook(look)
      if (says) say(look.areHighlightsShown ? 'inline_highlightsShown' : 'inline_highlightsHidden')
    },
    describe: placement.describe,
    highlightSelection: () => highlightSelection(),
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
    takeLook(begun.ok ? begun.value.look : lookOf(defaultSettings))
    if (!begun.ok) {
      giveUp(begun.failure)
      return
    }
    const { wanted } = begun.value
    if (wanted !== null) placement.reading.then(() => landing.expect(wanted))
    stage.change({ shortcut: begun.value.highlightKeys || null })
    sidebar.begin(begun.value.isSidebarOpen, begun.value.place)
  })
  return { leave, look: placement.look }
}
