import type { ArticleText } from './article-text'
import {
  type AnchorState,
  anchorStates,
  type HighlightColour,
  highlightColours,
  type Selector,
} from './highlight'
import { limits } from './limits'
import type { Judgement, PageVerdict } from './page-facts'
import type { Reason } from './reason'
import { narrowestPx, type SidebarPlace, sheetHeights, widestPx } from './sidebar-place'
import type { Span } from './span'

// Shapes of what a page's script may send. A message is untrusted input: whatever runs in the page's process
// may have made it, so every field is checked for type and size before anything of it is used or kept.

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown, limit: number): value is string =>
  typeof value === 'string' && value.length <= limit

const isTextOrNull = (value: unknown, limit: number): value is string | null =>
  value === null || isText(value, limit)

const isListOf = (value: unknown, limit: number, isItem: (item: unknown) => boolean): value is unknown[] =>
  Array.isArray(value) && value.length <= limit && value.every(isItem)

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const isId = (value: unknown): value is string => isText(value, limits.token) && value !== ''

/** A web address: the only kind that Sidelight reads, keeps or links to. */
export const isWebAddress = (value: unknown): value is string =>
  isText(value, limits.address) && /^https?:\/\//i.test(value) && URL.canParse(value)

/** Addresses as a page states them: any text goes, since what is no web address has no hash and finds nothing. */
const isAddressList = (value: unknown): value is string[] =>
  isListOf(value, limits.addresses, item => isText(item, limits.address))

/** By which a page looks for highlights. */
export const isHighlightSearch = (value: unknown): value is { addresses: string[]; outlet: string } =>
  isFields(value) && isAddressList(value.addresses) && isText(value.outlet, limits.name)

/** Spans in order, inside the text, not overlapping, none empty. */
function isStory(value: unknown, length: number): boolean {
  let from = 0
  return isListOf(value, limits.storySpans, span => {
    if (!isFields(span) || !isOffset(span.start) || !isOffset(span.end)) return false
    if (span.start < from || span.end <= span.start || span.end > length) return false
    from = span.end
    return true
  })
}

/** The text of an article, of bounded size, with its story's spans inside it. */
export const isArticleText = (value: unknown): value is ArticleText =>
  isFields(value) &&
  isAddressList(value.addresses) &&
  (value.isAddressShared === undefined || value.isAddressShared === true) &&
  isText(value.title, limits.title) &&
  isText(value.outlet, limits.name) &&
  isText(value.byline, limits.byline) &&
  isTextOrNull(value.published, limits.token) &&
  isTextOrNull(value.modified, limits.token) &&
  isText(value.language, limits.token) &&
  isText(value.text, limits.pageText) &&
  isStory(value.story, value.text.length)

/** An article to be read, and what of it stands in the window (`ReadingRequest` of the protocol). */
export const isReadingRequest = (value: unknown): value is { article: ArticleText; inView: Span | null } =>
  isFields(value) &&
  isArticleText(value.article) &&
  (value.inView === null || isStory([value.inView], value.article.text.length))

/** A W3C TextQuoteSelector with words, or a TextPositionSelector of some length. */
export function isSelector(value: unknown): value is Selector {
  if (!isFields(value)) return false
  if (value.type === 'TextPositionSelector')
    return isOffset(value.start) && isOffset(value.end) && value.start < value.end
  return (
    value.type === 'TextQuoteSelector' &&
    isText(value.exact, limits.highlightText) &&
    value.exact !== '' &&
    isText(value.prefix, limits.highlightText) &&
    isText(value.suffix, limits.highlightText)
  )
}

/** Words of a page as its script describes them (`Description` of the protocol). */
interface DescriptionInput {
  selectors: Selector[]
  pageModified: string | null
}

/** One selector of each kind. */
export const isDescription = (value: unknown): value is DescriptionInput =>
  isFields(value) &&
  isListOf(value.selectors, 2, isSelector) &&
  new Set((value.selectors as Selector[]).map(({ type }) => type)).size === 2 &&
  isTextOrNull(value.pageModified, limits.token)

/** What a page's script hands in to be saved as a highlight (`NewHighlight` of the protocol). */
export interface HighlightInput extends DescriptionInput {
  addresses: string[]
  title: string
  outlet: string
  note: string
}

/** With at least one web address to find it by again. */
export const isNewHighlight = (value: unknown): value is HighlightInput =>
  isDescription(value) &&
  isFields(value) &&
  isAddressList(value.addresses) &&
  value.addresses.some(isWebAddress) &&
  isText(value.title, limits.title) &&
  isText(value.outlet, limits.name) &&
  isText(value.note, limits.highlightText)

export const isHighlightColour = (value: unknown): value is HighlightColour =>
  highlightColours.some(colour => colour === value)

/** How highlights stand in a page, by their ids. */
export const isStateList = (value: unknown): value is { highlight: string; state: AnchorState }[] =>
  isListOf(
    value,
    limits.highlightsAtOnce,
    each => isFields(each) && isId(each.highlight) && anchorStates.some(state => state === each.state),
  )

/** A claim by its id. */
export const isClaimName = (value: unknown): value is { claim: string } =>
  isFields(value) && isId(value.claim)

/** Exactly one of a claim, a highlight, a sentence, selected words, and a passage with its words (`Focus` of the protocol). */
export const isFocus = (
  value: unknown,
): value is
  | { claim: string }
  | { highlight: string; at?: 'note' }
  | { sentence: number }
  | { words: string }
  | { passage: Span; words: string } => isFields(value) && (isPassage(value) || isOneThing(value))

const isOneThing = (value: Fields): boolean =>
  Object.keys(value).length === ('highlight' in value && value.at === 'note' ? 2 : 1) &&
  (isId(value.claim) || isId(value.highlight) || isOffset(value.sentence) || isWords(value.words))

/** Words that stand there: as many as there is room for. */
const isPassage = (value: Fields): boolean =>
  Object.keys(value).length === 2 &&
  isWords(value.words) &&
  isStory([value.passage], limits.pageText) &&
  (value.passage as Span).end - (value.passage as Span).start === String(value.words).length

const isWords = (value: unknown): boolean => isText(value, limits.title) && value.trim() !== ''

const isWidth = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= narrowestPx && Number(value) <= widestPx

/** Which side is to be kept free, and how wide (`RoomWanted` of the protocol): it becomes a rule of the page's style. */
export const isRoomWanted = (value: unknown): value is Pick<SidebarPlace, 'side' | 'widthPx'> =>
  isFields(value) && (value.side === 'left' || value.side === 'right') && isWidth(value.widthPx)

const isDragged: Record<string, (value: unknown) => boolean> = {
  widthPx: isWidth,
  sheet: value => (sheetHeights as readonly unknown[]).includes(value),
  handleAt: value => Number.isFinite(value) && Number(value) >= 0 && Number(value) <= 1,
}

/** Only what can be dragged, and only as far as it can (`DraggedPlace` of the protocol). */
export const isDraggedPlace = (
  value: unknown,
): value is Partial<Pick<SidebarPlace, 'widthPx' | 'sheet' | 'handleAt'>> =>
  isFields(value) &&
  Object.entries(value).every(([name, part]) => Object.hasOwn(isDragged, name) && isDragged[name]?.(part))

// A record, so that the compiler asks for a new verdict here.
const verdicts: Record<PageVerdict, true> = {
  known: true,
  spotted: true,
  highlighted: true,
  alike: true,
  'off-topic': true,
  'not-an-article': true,
  dismissed: true,
  off: true,
  paused: true,
}

const isReason = (value: unknown): value is Reason =>
  isFields(value) &&
  isId(value.rule) &&
  isListOf(value.values, limits.reasons, item => isText(item, limits.title)) &&
  (value.weight === undefined || Number.isFinite(value.weight))

/** What the gate decided about a page. */
export const isJudgement = (value: unknown): value is Judgement =>
  isFields(value) &&
  typeof value.verdict === 'string' &&
  Object.hasOwn(verdicts, value.verdict) &&
  isTextOrNull(value.dossier, limits.token) &&
  isListOf(value.reasons, limits.reasons, isReason)
