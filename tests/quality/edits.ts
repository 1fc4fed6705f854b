import { isOverlapping, type Span } from '../../utils/model/span'
import { pick, type Random, upTo } from '../support/create-random'
import { arrange, linesIn, replaceAll, wordsIn } from './edited-text'
import { garble, paywall, respell, retype } from './new-words'
import type { MarkedPage } from './passages'

/** A page as it stands after an edit, and where a passage is now. */
export interface Edited {
  text: string
  /** Where it stands; null where it is gone or stands in several places alike. */
  truth: Span | null
  /** Whether the passage has lost words or got new ones: then it may be given up, if that is said. */
  isTouched: boolean
}

export type Edit = (page: MarkedPage, passage: Span, donor: MarkedPage, random: Random) => Edited

const slice = (text: string, { start, end }: Span) => text.slice(start, end)

/** The sentences that a passage has words of, as one stretch. */
function sentencesOf({ sentences }: MarkedPage, passage: Span): Span {
  const its = sentences.filter(sentence => isOverlapping(sentence, passage))
  return {
    start: Math.min(passage.start, ...its.map(({ start }) => start)),
    end: Math.max(passage.end, ...its.map(({ end }) => end)),
  }
}

const sentenceFrom = (random: Random, { text, sentences }: MarkedPage): string =>
  slice(text, pick(random, sentences))
const donorWords = ({ text, story }: MarkedPage): string[] =>
  wordsIn(text, story).map(word => slice(text, word))

/** Where a paragraph of the story ends, other than in a stretch or right beside it. */
function endOfLine(random: Random, { text, story }: MarkedPage, outside: Span): number | null {
  const isApart = (start: number, end: number) => wordsIn(text, { start, end }).length >= 10
  const ends = linesIn(text, story)
    .map(({ end }) => end)
    .filter(end => isApart(end, outside.start) || isApart(outside.end, end))
  return ends.length > 0 ? pick(random, ends) : null
}

function insertAt(text: string, passage: Span, at: number, words: string): Edited {
  const edited = replaceAll(text, [{ span: { start: at, end: at }, by: words }])
  const isInside = at > passage.start && at < passage.end
  return { text: edited.text, truth: edited.locate(passage), isTouched: isInside }
}

const gone = (text: string): Edited => ({ text, truth: null, isTouched: false })

/** The twelve kinds of edit. */
export const edits: Record<string, Edit> = {
  'word replaced': ({ text }, passage, donor, random) => {
    const words = wordsIn(text, passage)
    const others = donorWords(donor)
    const count = 1 + upTo(random, Math.min(3, Math.max(1, words.length / 4)))
    const chosen = new Set(Array.from({ length: count }, () => pick(random, words)))
    const edited = replaceAll(
      text,
      [...chosen].map(span => ({ span, by: pick(random, others) })),
    )
    return { text: edited.text, truth: edited.locate(passage), isTouched: true }
  },
  'sentence inserted before': (page, passage, donor, random) => {
    const at = random() < 0.3 ? passage.start : sentencesOf(page, passage).start
    return insertAt(page.text, passage, at, `${sentenceFrom(random, donor)} `)
  },
  'paragraph moved': (page, passage, _, random) => {
    const { text, story } = page
    const its = linesIn(text, story).filter(line => isOverlapping(line, passage))
    const moved = { start: its[0]?.start ?? passage.start, end: its.at(-1)?.end ?? passage.end }
    const to = endOfLine(random, page, moved) ?? (moved.start > story.start ? story.start : story.end)
    const { length } = text
    const edited =
      to < moved.start
        ? [
            { start: 0, end: to },
            '\n',
            moved,
            { start: to, end: moved.start },
            { start: moved.end, end: length },
          ]
        : [
            { start: 0, end: moved.start },
            { start: moved.end, end: to },
            '\n',
            moved,
            { start: to, end: length },
          ]
    const arranged = arrange(text, edited)
    return { text: arranged.text, truth: arranged.locate(passage), isTouched: false }
  },
  'passage deleted': (page, passage, _, random) => {
    const span = random() < 0.5 ? passage : sentencesOf(page, passage)
    return gone(replaceAll(page.text, [{ span, by: '' }]).text)
  },
  'passage duplicated': (page, passage, _, random) => {
    const { text, story } = page
    const isInside = passage.start - story.start > fullContext && story.end - passage.end > fullContext
    if (isInside && random() < 0.5)
      return gone(insertAt(text, passage, story.end, `\n${slice(text, story)}`).text)
    const at = endOfLine(random, page, passage) ?? text.length
    return insertAt(text, passage, at, `\n${slice(text, passage)}`)
  },
  'lookalike sentence inserted': (page, passage, donor, random) => {
    const { text, sentences } = page
    const its = sentencesOf(page, passage)
    const lookalike = `${garble(text, its, passage, donorWords(donor), random)} `
    // Some sentences before or behind, never in the passage's own place: there it would be an edit of it.
    const before = sentences.filter(({ end }) => end <= its.start).slice(-5, -1)
    const behind = sentences.filter(({ start }) => start >= its.end).slice(1, 5)
    const near = [...before, ...behind]
    const at = near.length > 0 ? pick(random, near).start : its.start
    if (random() < 0.5) return insertAt(text, passage, at, lookalike)
    if (near.length === 0) return gone(replaceAll(text, [{ span: its, by: '' }]).text)
    return gone(
      replaceAll(text, [
        { span: its, by: '' },
        { span: { start: at, end: at }, by: lookalike },
      ]).text,
    )
  },
  'white space and punctuation changed': ({ text, story }, passage, _, random) => {
    const edited = replaceAll(text, retype(text, story, random))
    return { text: edited.text, truth: edited.locate(passage), isTouched: false }
  },
  'quotes curled': ({ text, story }, passage, _, random) => {
    const edited = replaceAll(text, respell(text, story, random))
    return { text: edited.text, truth: edited.locate(passage), isTouched: false }
  },
  'tags changed': ({ text, retagged }, passage) => {
    // The same letters in the same order: counted, they lead from one text to the other.
    const before = text.slice(0, passage.start).replace(/\s+/g, '').length
    const inside = slice(text, passage).replace(/\s+/g, '').length
    let [met, start, end] = [0, 0, 0]
    for (let at = 0; at < retagged.length; at++) {
      if (/\s/.test(retagged[at] ?? '')) continue
      if (met === before) start = at
      met++
      if (met === before + inside) end = at + 1
    }
    return { text: retagged, truth: { start, end }, isTouched: false }
  },
  'advert injected': (page, passage, donor, random) => {
    const { text, sentences, story } = page
    const near = [...sentences, ...linesIn(text, story)]
      .map(({ end }) => end)
      .filter(end => end > passage.start - 300 && end < passage.end + 300)
    const words = donorWords(donor)
    const advert = Array.from({ length: 4 + upTo(random, 30) }, () => pick(random, words)).join(' ')
    const at = near.length > 0 ? pick(random, near) : passage.end
    return insertAt(text, passage, at, `\nADVERTISEMENT\n${advert}\n`)
  },
  'lead rewritten': (page, passage, donor, random) => {
    const { text, story } = page
    const { start } = sentencesOf(page, passage)
    const share = story.start + (story.end - story.start) * 0.2
    const line = linesIn(text, story).find(({ end }) => end > share)?.end ?? story.end
    // Up to the passage's sentences in half of all cases: nothing is left of what stood before it.
    const isUpToIt = start > story.start && (random() < 0.5 || (line > start && line < passage.end))
    const end = isUpToIt ? start : line
    if (end > start && end < passage.end) return { text, truth: passage, isTouched: false }
    const lead = Array.from({ length: 2 + upTo(random, 5) }, () => sentenceFrom(random, donor)).join(' ')
    const edited = arrange(text, [
      { start: 0, end: story.start },
      `${lead} `,
      { start: end, end: text.length },
    ])
    if (passage.end <= end) return gone(edited.text)
    return { text: edited.text, truth: edited.locate(passage), isTouched: false }
  },
  'truncated by a paywall': ({ text, story }, passage, _, random) => {
    const { length } = text
    const where = random()
    const [from, to] =
      where < 0.33
        ? [passage.start, passage.end]
        : where < 0.66
          ? [story.start, passage.start]
          : [passage.end, story.end]
    const cut = wordsIn(text, { start: from, end: to })
    const at = cut.length > 0 ? pick(random, cut).end : to
    const edited = arrange(text, [{ start: 0, end: at }, paywall(random), { start: story.end, end: length }])
    if (at <= passage.start) return gone(edited.text)
    return { text: edited.text, truth: edited.locate(passage), isTouched: at < passage.end }
  },
}

/** So far from the story's ends nothing outside of it is saved with a passage: two copies of the story are alike there. */
const fullContext = 2_500
