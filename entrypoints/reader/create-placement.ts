import type { CardContent } from '../../components/inline/MarkCard'
import { askFromPage } from '../../utils/messaging/ask'
import type { PageState, ReadReply } from '../../utils/messaging/protocol'
import type { Highlight } from '../../utils/model/highlight'
import { type Failure, fail, type Result } from '../../utils/model/result'
import { type CollectedArticle, collectArticle } from '../../utils/page/collect-article'
import { readSelection, type SelectionRead } from '../../utils/page/selection'
import { watchChanges } from '../../utils/page/watch-changes'
import { weights } from '../../utils/page/weights'
import { type Mark, placeMarks, placeRelated, type RelatedMark } from './place-marks'
import { loadHighlights, type PlacedHighlight, saveRange } from './reader-highlights'
import { listSpots, type Spot } from './spots'

interface Wiring {
  first: CollectedArticle
  signal: AbortSignal
  onRead: (reply: ReadReply) => void
  onPlaced: () => void
  onFailure: (failure: Failure) => void
}

/** What stands where on the page: the article's claims and the reader's highlights, and how they came there. */
export type Placement = ReturnType<typeof createPlacement>

/**
 * Reads the article and places what is on file and what the reader saved; anew whenever either changes, or the page
 * its story. Of two answers on their way the newer one counts.
 */
export function createPlacement({ first, signal, onRead, onPlaced, onFailure }: Wiring) {
  let collected = first
  let marks: Mark[] = []
  let related: RelatedMark[] = []
  let highlights: PlacedHighlight[] = []
  let spots: Spot[] = []
  let readings = 0
  let searches = 0

  const collect = () => {
    collected = collectArticle(document, location.href) ?? collected
  }
  const place = () => {
    spots = listSpots(marks, related, highlights)
    onPlaced()
  }

  async function read(): Promise<void> {
    readings += 1
    const mine = readings
    // The answer speaks of this text: it may be another one when it comes.
    const { article, map } = collected
    const reply = await askFromPage('article/read', { article })
    if (signal.aborted || mine !== readings) return
    if (!reply.ok) return onFailure(reply.failure)
    const { areMarksShown } = reply.value
    marks = areMarksShown ? placeMarks(reply.value, map) : []
    related = areMarksShown ? placeRelated(reply.value, map) : []
    onRead(reply.value)
    place()
  }

  async function findHighlights(): Promise<void> {
    searches += 1
    const mine = searches
    const found = await loadHighlights(collected.article, collected.map)
    if (signal.aborted || mine !== searches) return
    if (!found.ok) return onFailure(found.failure)
    highlights = found.value
    place()
  }

  async function readAll(): Promise<void> {
    await Promise.all([read(), findHighlights()])
    // The sidebar may have asked before all was placed.
    if (!signal.aborted) await askFromPage('page/changed', {})
  }

  /** Whether the page says something else than what was read, or has put other elements where our ranges stood. */
  function isStale(now: CollectedArticle): boolean {
    const storyOf = ({ article }: CollectedArticle) =>
      article.story.map(({ start, end }) => article.text.slice(start, end)).join('\n')
    const isBroken = spots.some(({ range }) => range.collapsed || !range.startContainer.isConnected)
    return isBroken || storyOf(now) !== storyOf(collected)
  }
  watchChanges(
    document.body,
    () => {
      const now = collectArticle(document, location.href)
      if (!now || !isStale(now)) return false
      collected = now
      readAll()
      return true
    },
    signal,
  )

  const reading = readAll()
  return {
    /** When the article was read for the first time. */
    reading,
    spots: () => spots,
    /** What a card's "Save highlight" takes: the whole sentence. */
    sentenceOf: (content: CardContent): Range | null =>
      content.kind === 'claim'
        ? (marks.find(({ id }) => id === content.here.claim.id)?.sentence ?? null)
        : content.kind === 'sentence'
          ? (related.find(({ here }) => here.span.start === content.here.span.start)?.range ?? null)
          : null,
    /** The story's paragraphs as they stand on the page, without headline, labels and dates. */
    paragraphs(): Range[] {
      const { article, headline, map } = collected
      return article.story
        .filter(({ start, end }) => end - start >= weights.paragraphLength && start !== headline?.start)
        .flatMap(span => map.toRange(span) ?? [])
    },
    state: (): Omit<PageState, 'beside'> => ({
      article: collected.article,
      anchors: highlights.map(({ highlight: { id }, state }) => ({ highlight: id, state })),
    }),
    async refresh(what: 'highlights' | 'reading'): Promise<void> {
      collect()
      await Promise.all([what === 'reading' && read(), findHighlights()])
    },
    /** What is selected, in the text as it was read: enough to offer something for it. */
    glanceAtSelection: (): SelectionRead => readSelection(document, collected.map),
    /** The same in the text as it is now: what is saved is what the reader sees. */
    readSelection(): SelectionRead {
      collect()
      return readSelection(document, collected.map)
    },
    /** Saves the words of a range. Bad input where none of the page's text is in it. */
    async save(range: Range): Promise<Result<Highlight>> {
      collect()
      const saved = await (saveRange(range, collected.article, collected.map) ??
        fail('bad-input', 'no text in the range'))
      if (saved.ok) {
        await findHighlights()
        await askFromPage('page/changed', {})
      }
      return saved
    },
  }
}
