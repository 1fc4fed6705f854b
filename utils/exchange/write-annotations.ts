import { fingerprint } from '../model/fingerprint'
import type { Highlight } from '../model/highlight'
import type { ClaimOnFile } from '../model/reading'
import { annotationContext, claimPrefix, highlightPrefix, terms, untoldPrefix } from './annotation-terms'
import { byTime, type ExportContent } from './export-content'

const timeOf = (ms: number): string => new Date(ms).toISOString()
/** Who the reader is nobody knows, and no two readers are to be one: so without an id. */
const reader = { type: 'Person', nickname: 'reader' }

const textBody = (purpose: string, value: string) => ({ type: 'TextualBody', value, purpose })

function annotateHighlight(highlight: Highlight): object {
  const { addresses, statedAddresses, title, outlet, selectors, note, tags, colour } = highlight
  const [address = untoldPrefix + fingerprint(title), ...others] = addresses
  const bodies = [
    ...(note === '' ? [] : [textBody('commenting', note)]),
    ...tags.map(tag => textBody('tagging', tag)),
  ]
  return {
    id: highlightPrefix + highlight.id,
    type: 'Annotation',
    motivation: ['highlighting', ...new Set(bodies.map(({ purpose }) => purpose))],
    creator: reader,
    created: timeOf(highlight.createdMs),
    modified: timeOf(highlight.modifiedMs),
    ...(bodies.length > 0 && { body: bodies }),
    target: {
      type: 'SpecificResource',
      source: {
        id: address,
        type: 'Text',
        ...(title !== '' && { [terms.title]: title }),
        ...(outlet !== '' && { [terms.outlet]: outlet }),
        ...(others.length > 0 && { [terms.alsoAt]: others }),
        ...(statedAddresses && { [terms.stated]: statedAddresses }),
        ...(highlight.pageModified !== null && { [terms.pageModified]: highlight.pageModified }),
      },
      selector: selectors,
      // When the words were taken from the page.
      state: { type: 'TimeState', sourceDate: timeOf(highlight.anchoredMs) },
      styleClass: colour,
    },
  }
}

/**
 * A claim: what is said as the body, in the words of whoever filed it, on the article that carries it. The model knows no
 * selector that finds a passage without its words, so the locator stands beside.
 */
function annotateClaim(claim: ClaimOnFile, questions: ExportContent['questions']): object {
  const { source, locator, speaker, chain, about } = claim
  return {
    id: claimPrefix + claim.id,
    type: 'Annotation',
    motivation: 'describing',
    ...(source.isReaders && { creator: reader }),
    body: [
      textBody('describing', claim.statement),
      ...claim.bearsOn.map(({ question, position }) =>
        textBody('classifying', `${questions[question] ?? question} – ${position}`),
      ),
    ],
    target: {
      type: 'SpecificResource',
      source: {
        id: source.url ?? untoldPrefix + source.id,
        type: 'Text',
        ...(source.title !== null && { [terms.title]: source.title }),
        [terms.outlet]: source.publisher,
      },
      [terms.locator]: { words: locator.words, hash: locator.hash },
    },
    [terms.speaker]: speaker.name,
    [terms.chain]: chain,
    ...(about !== null && { [terms.about]: about }),
  }
}

/**
 * All of it as one collection of W3C annotations (Web Annotation Data Model, 2017) on one page, as JSON-LD, an annotation a
 * line. Highlights are complete: what is read in again and written once more is the same text. Colours are classes of style.
 */
export function* writeAnnotations({ articles, questions }: ExportContent): Generator<string> {
  const highlights = articles.flatMap(article => article.highlights).toSorted(byTime)
  const claims = articles.flatMap(article => article.claims)
  const total = highlights.length + claims.length
  const page = 'urn:sidelight:annotations:1'
  const collection = {
    '@context': annotationContext,
    id: 'urn:sidelight:annotations',
    type: 'AnnotationCollection',
    label: 'Highlights and claims of Sidelight',
    generator: { id: 'urn:sidelight', type: 'Software', name: 'Sidelight' },
    total,
    // An empty collection has no page.
    ...(total > 0 && { last: page, first: { id: page, type: 'AnnotationPage', startIndex: 0, items: [] } }),
  }
  const frame = JSON.stringify(collection, null, 2)
  const [head = '', tail = ''] = frame.split(/(?<="items": \[)(?=\])/)
  yield head
  let separator = '\n'
  for (const highlight of highlights) {
    yield separator + JSON.stringify(annotateHighlight(highlight))
    separator = ',\n'
  }
  for (const claim of claims) {
    yield separator + JSON.stringify(annotateClaim(claim, questions))
    separator = ',\n'
  }
  yield `${total > 0 ? '\n    ' : ''}${tail}\n`
}
