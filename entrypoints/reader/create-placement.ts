import type { CardContent } from '../../components/inline/MarkCard'
import { askFromPage } from '../../utils/messaging/ask'
import type { Description, PageState, ReadingPart } from '../../utils/messaging/protocol'
import type { ReaderConnection } from '../../utils/messaging/reader-port'
import type { Highlight, HighlightColour, OfferedPlace } from '../../utils/model/highlight'
import { type Failure, fail, type Result, succeed } from '../../utils/model/result'
import { isOverlapping } from '../../utils/model/span'
import { type CollectedArticle, collectInSteps } from '../../utils/page/collect-article'
import { findSpanInView } from '../../utils/page/find-span-in-view'
import { readSelection, type SelectionRead } from '../../utils/page/selection'
import { world } from '../../utils/page/shared-world'
import { doInSlices, readInSlices } from '../../utils/page/slices'
import { joinEnds, type TextMap } from '../../utils/page/text-map'
import { createTreeWatch, type LookResult } from '../../utils/page/watch-changes'
import { weights } from '../../utils/page/weights'
import { type Mark, placeMarks, placeRelated, type RelatedMark } from './place-marks'
import {
  describePlace,
  describeSpan,
  type PlacedHighlight,
  placeHighlights,
  saveWords,
} from './reader-highlights'
import { listSpots, type Spot } from './spots'

interface Wiring {
  first: CollectedArticle
  connection: ReaderConnection
  signal: AbortSignal
  /** Something of the article was read. */
  onRead: (part: ReadingPart) => void
  onPlaced: () => void
  onFailure: (failure: Failure) => void
}

/** What stands where on the page: the article's claims and the reader's highlights, and how they came there. */
export type Placement = ReturnType<typeof createPlacement>

/** Reads the page as it is now, without holding it up. Null where it has no text, or `signal` ends it. */
export const collectNow = (signal: AbortSignal): Promise<CollectedArticle | null> =>
  readInSlices(
    document,
    watch => collectInSteps(document, location.href, world.sidelightGate?.sight(), watch),
    signal,
  )

/**
 * Has the article read and places what is on file and what the reader saved; anew whenever either changes, or the page
 * its story. Of two answers on their way the newer one counts.
 */
export function createPlacement({ first, connection, signal, onRead, onPlaced, onFailure }: Wiring) {
  let collected = first
  let marks: Mark[] = []
  let related: RelatedMark[] = []
  let highlights: PlacedHighlight[] = []
  let spots: Spot[] = []
  let readings = 0
  let searches = 0
  let toldStates = '[]'

  const watchTrees = createTreeWatch(() => look(), signal)
  watchTrees(first.map.trees)
  const collect = async () => {
    collected = (await collectNow(signal)) ?? collected
    watchTrees(collected.map.trees)
  }
  const place = () => {
    spots = listSpots(marks, related, highlights)
    onPlaced()
  }

  function read(): Promise<void> {
    readings += 1
    const mine = readings
    const isOver = () => signal.aborted || mine !== readings
    // The parts speak of this text: the page may have another one when they come.
    const { article, map } = collected
    const inView = findSpanInView(map, article.story, window.innerHeight)
    let placing: Promise<unknown> = Promise.resolve()
    const take = async (part: ReadingPart) => {
      if (isOver() || !(await placePart(part, map, isOver))) return
      onRead(part)
      place()
      // The sidebar may have asked before anything was placed.
      if (part.isAnew) askFromPage('page/changed', {})
    }
    return new Promise(resolve => {
      connection.read(
        { article, inView },
        {
          onPart(part) {
            placing = placing.then(() => take(part))
          },
          async onEnd(end) {
            await placing
            if (!end.ok && !isOver()) onFailure(end.failure)
            resolve()
          },
        },
      )
    })
  }

  /** False where it was given up. */
  async function placePart(part: ReadingPart, map: TextMap, isOver: () => boolean): Promise<boolean> {
    const nothing = { ...part, claims: [], sentences: [] }
    const shown = part.areMarksShown ? part : nothing
    const newMarks = await doInSlices(placeMarks(shown, map), isOver)
    const newRelated = newMarks && (await doInSlices(placeRelated(shown, map), isOver))
    if (!newRelated) return false
    marks = newMarks
    const isClaim = ({ here }: RelatedMark) =>
      part.claims.some(({ sentence }) => sentence && isOverlapping(sentence, here.span))
    related = [...(part.isAnew ? [] : related), ...newRelated].filter(mark => !isClaim(mark))
    return true
  }

  async function findHighlights(): Promise<void> {
    searches += 1
    const mine = searches
    const isOver = () => signal.aborted || mine !== searches
    const { article, map } = collected
    const { addresses, outlet } = article
    const found = await askFromPage('highlight/find', { addresses, outlet })
    if (isOver()) return
    if (!found.ok) return onFailure(found.failure)
    const placed = await doInSlices(placeHighlights(found.value, map), isOver)
    if (!placed) return
    highlights = placed
    place()
    tellStates()
  }

  /** How they stand is told where it is other than what was told. */
  function tellStates(): void {
    const states = highlights.map(({ highlight, anchoring }) => ({
      highlight: highlight.id,
      state: anchoring.state,
    }))
    const now = JSON.stringify(states)
    if (now === toldStates) return
    toldStates = now
    askFromPage('highlight/placed', { states })
  }

  async function readAll(): Promise<void> {
    await Promise.all([read(), findHighlights()])
    if (!signal.aborted) await askFromPage('page/changed', {})
  }

  /** Whether the page says something else than what was read, or has put other elements where our ranges stood. */
  function isStale(now: CollectedArticle): boolean {
    const storyOf = ({ article }: CollectedArticle) =>
      article.story.map(({ start, end }) => article.text.slice(start, end)).join('\n')
    const isBroken = spots.some(({ ranges }) =>
      ranges.some(({ collapsed, startContainer }) => collapsed || !startContainer.isConnected),
    )
    return isBroken || storyOf(now) !== storyOf(collected)
  }
  async function look(): Promise<LookResult> {
    const now = await collectNow(signal)
    watchTrees(now?.map.trees ?? [])
    if (!now || !isStale(now)) return 'vain'
    collected = now
    readAll()
    return 'worth'
  }
  const reading = readAll()
  return {
    /** When the article was read for the first time. */
    reading,
    spots: () => spots,
    /** Reads anew where the page says something else than was read. The gate calls it, which watches the page. */
    look,
    /** Where an offered place stands; nowhere where it has other words by now. */
    rangesOf: ({ span, words }: OfferedPlace): Range[] =>
      collected.map.text.slice(span.start, span.end) === words ? collected.map.toRanges(span) : [],
    /** What a card's "Save highlight" takes: the whole sentence. */
    sentenceOf: (content: CardContent): Range[] =>
      (content.kind === 'claim'
        ? marks.find(({ id }) => id === content.here.claim.id)?.sentence
        : content.kind === 'sentence'
          ? related.find(({ here }) => here.span.start === content.here.span.start)?.ranges
          : null) ?? [],
    /** The story's paragraphs as they stand on the page, without headline, labels and dates. */
    paragraphs(): Range[] {
      const { article, headline, map } = collected
      return article.story
        .filter(({ start, end }) => end - start >= weights.paragraphLength && start !== headline?.start)
        .flatMap(map.toRanges)
    },
    state: (): Omit<PageState, 'beside'> => ({
      article: collected.article,
      anchors: highlights.map(({ highlight: { id }, anchoring, span }) => ({
        highlight: id,
        anchoring,
        span,
      })),
    }),
    async refresh(what: 'highlights' | 'reading'): Promise<void> {
      await collect()
      await Promise.all([what === 'reading' && read(), findHighlights()])
    },
    /** What is selected, in the text as it was read: enough to offer something for it. */
    glanceAtSelection: (): SelectionRead => readSelection(document, collected.map),
    /** The same in the text as it is now: what is saved is what the reader sees. */
    async readSelection(): Promise<SelectionRead> {
      await collect()
      return readSelection(document, collected.map)
    },
    /** The words of an offered place, or those selected, as a highlight has them; of the page as it is now. */
    async describe(place: OfferedPlace | null): Promise<Result<Description>> {
      await collect()
      const selected = place ? null : readSelection(document, collected.map)
      const described = place
        ? describePlace(place, collected)
        : selected?.ranges
          ? describeSpan(selected.span, collected)
          : null
      return described ? succeed(described) : fail('bad-input', selected?.reason ?? 'the page has changed')
    },
    /** Saves the words from the first range to the last. Bad input where none of the page's text is in them. */
    async save(ranges: readonly Range[], colour?: HighlightColour): Promise<Result<Highlight>> {
      await collect()
      const ends = joinEnds(ranges)
      const saved = await ((ends && saveWords(ends, collected, colour)) ??
        fail('bad-input', 'no text in the range'))
      if (saved.ok) {
        await findHighlights()
        await askFromPage('page/changed', {})
      }
      return saved
    },
  }
}
