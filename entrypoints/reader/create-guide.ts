import type { CardContent } from '../../components/inline/MarkCard'
import { anchorWords } from '../../components/shared/model-words'
import type { Focus } from '../../utils/messaging/protocol'
import type { OfferedPlace } from '../../utils/model/highlight'
import type { Painter } from '../../utils/page/painter'
import { translate } from '../../utils/platform/translate'
import { createCards } from './create-cards'
import type { Placement } from './create-placement'
import type { SidebarControl } from './create-sidebar'
import type { StageHandle } from './create-stage'
import { scrollToRange } from './scroll-to-range'
import type { Spot } from './spots'

/** How long words that were jumped to stay emphasised, ms. */
const flashMs = 1_600
/** Of a passage's words, and of a note, as many are said as one listens to. */
const saidLength = 300

interface Wiring {
  signal: AbortSignal
  painter: Painter
  stage: StageHandle
  placement: Placement
  sidebar: SidebarControl
  say: (key: string) => void
}

const cut = (text: string): string => (text.length > saidLength ? `${text.slice(0, saidLength)}…` : text)

export function focusOf(content: CardContent): Focus {
  if (content.kind === 'claim') return { claim: content.here.claim.id }
  if (content.kind === 'sentence') return { sentence: content.here.span.start }
  return { highlight: content.highlight.id }
}

/** Leads the reader: from passage to passage, to the card of one, from the page to the sidebar and back. */
export function createGuide({ signal, painter, stage, placement, sidebar, say }: Wiring) {
  let flashed: Range[] | null = null

  /** Without highlights while those are hidden. */
  const shownSpots = (): Spot[] =>
    stage.state().look?.areHighlightsShown
      ? placement.spots()
      : placement.spots().filter(({ content }) => content.kind !== 'highlight')
  const paintCurrent = () => {
    const open = placement.spots().find(({ key }) => key === stage.state().card?.key)
    if (!signal.aborted) painter.paint('current', flashed ?? open?.ranges ?? [])
  }
  const cards = createCards(stage, paintCurrent)

  const findSpot = (focus: Focus): Spot | undefined => {
    const wanted = JSON.stringify('highlight' in focus ? { highlight: focus.highlight } : focus)
    return placement.spots().find(each => JSON.stringify(each.focus) === wanted)
  }
  const scrollTo = ([range]: Range[], isInstant = false): void => {
    if (range) scrollToRange(range, sidebar.uncover(range), isInstant)
  }
  function flash(ranges: Range[], lastsMs = flashMs): void {
    flashed = ranges
    paintCurrent()
    setTimeout(() => {
      if (flashed !== ranges) return
      flashed = null
      paintCurrent()
    }, lastsMs)
  }
  /** False where there is nothing to show. */
  function showRanges(ranges: Range[]): boolean {
    scrollTo(ranges)
    flash(ranges)
    return ranges.length > 0
  }

  /** "Highlight 3 of 7. Its words were changed. “…” Note: …". */
  function announce(spot: Spot, number: number, of: number): void {
    if (spot.content.kind !== 'highlight') return
    const { highlight, state } = spot.content
    const parts = [
      translate('inline_stepped', number, of),
      ...(state === 'exact' ? [] : [`${translate(anchorWords[state])}.`]),
      `“${cut(highlight.selectors[0].exact)}”`,
      ...(highlight.note ? [translate('inline_steppedNote', cut(highlight.note))] : []),
    ]
    stage.change({ said: { text: parts.join(' '), count: stage.state().said.count + 1 } })
  }

  /**
   * The next or previous mark or highlight, round the ends; from the one whose card was open last, else from the window's
   * top. A mark's card takes the focus, which is what is read out; of a highlight all is said in one sentence, and the
   * focus stays: one goes on with the same key.
   */
  async function step(by: 1 | -1, of: 'marks' | 'highlights'): Promise<boolean> {
    await placement.reading
    const wanted = shownSpots().filter(
      ({ content }) => (content.kind === 'highlight') === (of === 'highlights'),
    )
    const current = wanted.findIndex(({ key }) => key === cards.current()?.key)
    const below = wanted.findIndex(({ ranges }) => (ranges[0]?.getBoundingClientRect().bottom ?? 0) > 0)
    const start = current >= 0 ? current + by : by > 0 ? Math.max(below, 0) : below - 1
    const spot: Spot | undefined = wanted.at(start % (wanted.length || 1))
    if (!spot) {
      const areHidden =
        of === 'highlights' && placement.spots().some(({ content }) => content.kind === 'highlight')
      say(of === 'marks' ? 'inline_noMarks' : areHidden ? 'inline_highlightsHidden' : 'inline_noHighlights')
      return false
    }
    scrollTo(spot.ranges, true)
    cards.open(spot, null, true, of === 'marks')
    announce(spot, wanted.indexOf(spot) + 1, wanted.length)
    return true
  }

  return {
    cards,
    paintCurrent,
    shownSpots,
    findSpot,
    step,
    show: (focus: Focus): boolean => showRanges(findSpot(focus)?.ranges ?? []),
    showPlace: (place: OfferedPlace): boolean => showRanges(placement.rangesOf(place)),
    /** To a passage that the page was opened for. */
    arrive(spot: Spot, lastsMs: number): void {
      scrollTo(spot.ranges, true)
      flash(spot.ranges, lastsMs)
      if (stage.state().sidebar === 'open') sidebar.show(spot.focus)
      else cards.open(spot, null, true)
    },
    /** From the passage whose card is open, or was last, to its card in the sidebar. */
    switchFocus(): 'to sidebar' | 'in sidebar' | 'nothing' {
      if (stage.isSidebarFocused()) return 'in sidebar'
      const open = stage.state().card?.key ?? cards.current()?.key
      const spot = placement.spots().find(({ key }) => key === open)
      if (!spot) {
        say('inline_noPassage')
        return 'nothing'
      }
      cards.close()
      sidebar.show(focusOf(spot.content), true)
      return 'to sidebar'
    },
    /** The keys come back from the sidebar: into the card at a passage, or to the page itself. */
    focusPage(focus: Focus | null): boolean {
      stage.leaveSidebar()
      const spot = focus && findSpot(focus)
      if (!spot) return focus === null
      scrollTo(spot.ranges, true)
      cards.open(spot, null, true)
      return true
    },
  }
}
