import { describe } from '../../utils/anchoring/describe'
import { writeBackup } from '../../utils/exchange/write-backup'
import type { Highlight } from '../../utils/model/highlight'
import { asHighlightId } from '../../utils/model/ids'
import { defaultSettings } from '../../utils/model/settings'
import { createRandom, pick, upTo } from './create-random.ts'

interface MarkedPage {
  address: string
  /** As it was when it was marked, and as it is now. */
  html: string
  edited: string
  /** A backup with all of its highlights. */
  backup: string
  /** How many of them have their words in the edited page, changed or not. */
  standing: number
}

const syllables = 'ba ko li mar nu pe ro sil ta vem dor fen gal hin jor'.split(' ')

/**
 * A page of some `length` characters with that many highlights, one passage each, evenly spread; and the same edited: a
 * paragraph comes before all, of every five passages one has a word replaced and one is taken out, and every ninth
 * paragraph goes to the end.
 */
export function makeMarkedPage(count: number, length: number): MarkedPage {
  const address = `http://almanac.example/read-of-${count}`
  const random = createRandom(11)
  const word = () => Array.from({ length: 1 + upTo(random, 3) }, () => pick(random, syllables)).join('')
  const sentence = () => {
    const words = Array.from({ length: 12 }, word).join(' ')
    return `${words[0]?.toUpperCase()}${words.slice(1)}.`
  }
  const paragraphs: string[][] = []
  for (let written = 0; written < length; ) {
    const sentences = Array.from({ length: 8 }, sentence)
    written += sentences.join(' ').length
    paragraphs.push(sentences)
  }
  const places = paragraphs.flatMap((sentences, paragraph) => sentences.map((_, at) => ({ paragraph, at })))
  const marked = Array.from(
    { length: count },
    (_, n) => places[Math.floor((n * places.length) / count)],
  ).flatMap(place => place ?? [])
  const textOf = (list: string[][]) => ['Long read', ...list.map(sentences => sentences.join(' '))].join('\n')
  const text = textOf(paragraphs)
  const highlights = marked.map(({ paragraph, at }, n): Highlight => {
    const words = paragraphs[paragraph]?.[at] ?? ''
    const start = text.indexOf(words)
    return {
      id: asHighlightId(`of-${count}-${n}`),
      addresses: [address],
      title: 'Long read',
      outlet: 'Almanac',
      selectors: describe(text, { start, end: start + words.length }),
      note: '',
      tags: [],
      colour: 'yellow',
      createdMs: n,
      modifiedMs: n,
      anchoredMs: n,
      pageModified: null,
    }
  })

  const now = paragraphs.map(sentences => [...sentences])
  let standing = count
  for (const [n, { paragraph, at }] of marked.entries()) {
    const sentences = now[paragraph] ?? []
    if (n % 5 === 1) sentences[at] = (sentences[at] ?? '').replace(/ \S+ (\S+)$/, ' otherwise $1')
    if (n % 5 === 3) {
      sentences[at] = ''
      standing -= 1
    }
  }
  const stays = now.filter((_, index) => index % 9 !== 4)
  const moves = now.filter((_, index) => index % 9 === 4)
  const draw = (list: string[][]) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Long read</title></head><body><article><h1>Long read</h1>${list
      .map(sentences => `<p>${sentences.filter(Boolean).join(' ')}</p>`)
      .join('\n')}</article></body></html>`
  return {
    address,
    html: draw(paragraphs),
    edited: draw([[sentence(), sentence()], ...stays, ...moves]),
    backup: writeBackup({
      exportedAt: '2031-01-01T00:00:00.000Z',
      highlights,
      pairVerdicts: [],
      readerClaims: [],
      claimRemarks: [],
      ownDossiers: [],
      settings: defaultSettings,
      dossiers: [],
    }),
    standing,
  }
}
