import type { Span } from '../model/span'
import { paragraphsOf, type Quotation } from './find-quotations'

/** An attribution before it is known who the speaker is. Spans are of the article's text. */
export interface Draft {
  source: Span | null
  cue: Span | null
  content: Span[]
  /** The sentence of the cue, as an index. */
  sentence: number
  /** The cue stands in a quotation: it is somebody quoted there. */
  isQuoted: boolean
  /** How sure the parts are, 0..1. */
  certainty: number
  /** How far the content was carried: over sentences by an open quotation, or to one that stands alone after it. */
  carried: 'no' | 'open' | 'after'
}

/** A quotation of one or two words is a word that is held at arm's length, not something said. */
const fewWords = 3

/**
 * Gives each quotation to the attribution it belongs to, so that sentences inside of it are of that attribution:
 * to the one whose content touches it; else to the one before it in the same paragraph (“…,” he said. “…”); else,
 * where the paragraph is nothing but the quotation, to the one that the paragraph before ends with: if its quotation
 * was left open, if it ends in a colon, or if it was a quotation too.
 * A cue inside the quotation is somebody quoted there, and no owner of it.
 * @param drafts in the order of the text; their contents are extended in place.
 */
export function carryQuotations(
  text: string,
  story: readonly Span[],
  quotations: readonly Quotation[],
  drafts: readonly Draft[],
): void {
  const paragraphs = story.flatMap(span => paragraphsOf(text, span))
  let paragraph = 0
  let next = 0
  let last: Draft | null = null
  let owner: Draft | null = null
  let goesOn = false
  for (const { span, goesOn: opensNext } of quotations) {
    while ((paragraphs[paragraph]?.end ?? Infinity) <= span.start) paragraph++
    for (let draft = drafts[next]; draft && placeOf(draft) < span.start; draft = drafts[++next]) {
      if (!draft.isQuoted) last = draft
    }
    const here = paragraphs[paragraph] ?? span
    const found: Draft | null =
      findTouching(drafts, next, here, span) ??
      (goesOn ? owner : null) ??
      (opensNext || isStatement(text, span)
        ? findBefore(text, { last, owner, here, before: paragraphs[paragraph - 1], span })
        : null)
    if (found) take(found, span, placeOf(found) < span.start && !goesOn ? 'after' : 'open')
    owner = found
    goesOn = opensNext
  }
}

/** How many attributions before a quotation are looked at: one sentence seldom has more. */
const lookBack = 4

function findTouching(drafts: readonly Draft[], next: number, paragraph: Span, span: Span): Draft | null {
  for (let at = Math.max(0, next - lookBack); at < drafts.length; at++) {
    const draft = drafts[at]
    if (!draft || placeOf(draft) >= paragraph.end) return null
    const isOwner = !draft.isQuoted || !draft.cue || !overlaps(draft.cue, span)
    if (isOwner && draft.content.some(part => overlaps(part, span))) return draft
  }
  return null
}

/** Where an attribution stands: at its cue. */
const placeOf = ({ cue, content }: Draft): number => (cue ?? content[0])?.start ?? 0

interface Before {
  last: Draft | null
  owner: Draft | null
  here: Span
  before: Span | undefined
  span: Span
}

function findBefore(text: string, { last, owner, here, before, span }: Before): Draft | null {
  if (last && placeOf(last) >= here.start) return last
  const isAlone = here.start === span.start && !/[\p{L}\p{N}]/u.test(text.slice(span.end, here.end))
  if (!before || !isAlone) return null
  const endsWithColon = text[before.end - 1] === ':'
  if (last && placeOf(last) >= before.start && endsWithColon) return last
  return owner?.content.some(part => part.end > before.start) ? owner : null
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Some words, or a sentence with its stop: “shop” is neither. */
const isStatement = (text: string, { start, end }: Span): boolean => {
  const words = text.slice(start, end)
  return (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= fewWords || /[.!?…][”"']*$/.test(words)
}

/** Adds a stretch to the content; what touches becomes one. */
function take(draft: Draft, span: Span, how: Draft['carried']): void {
  const isNew = !draft.content.some(part => part.start <= span.start && span.end <= part.end)
  if (!isNew) return
  const parts = [...draft.content, span].sort((a, b) => a.start - b.start)
  const merged: Span[] = []
  for (const part of parts) {
    const previous = merged.at(-1)
    if (previous && part.start <= previous.end) previous.end = Math.max(previous.end, part.end)
    else merged.push({ ...part })
  }
  draft.content = merged
  if (draft.carried !== 'after') draft.carried = how
}
