import { splitWords } from '../anchoring/words'
import { findAbout } from '../matching/find-about'
import { createSubjectFinder } from '../matching/find-subject'
import { toClaimOnFile } from '../matching/make-reader-claim'
import { subjectOf } from '../matching/make-stance'
import type { ArticleText } from '../model/article-text'
import { type ClaimOrigin, type ClaimProposal, cutStatement } from '../model/claim-entry'
import { readDay } from '../model/edtf'
import { settle } from '../model/failure-error'
import type { CorpusPort } from '../model/ports'
import type { ClaimHere, Reading } from '../model/reading'
import { type Result, succeed } from '../model/result'
import { isOverlapping, type Span } from '../model/span'
import { readByline } from '../reading/read-byline'
import { type FoundOrigin, findOrigin, type OpenPage, type OriginPorts } from './find-origin'
import { offerQuestions } from './offer-questions'

/** The page, with what was read of it. */
export interface ReadPage extends OpenPage {
  reading: Reading | null
}

/**
 * What a form for a claim begins with: the words themselves, who says them as far as that was read, whom they are about, when,
 * and the questions by likeness. Of a claim that is edited it is what it says. Fails as `findOrigin` does.
 */
export function proposeClaim(
  ports: OriginPorts & { corpus: CorpusPort },
  origin: ClaimOrigin,
  page: ReadPage | null,
): Promise<Result<ClaimProposal>> {
  return settle(async () => {
    const found = await findOrigin(ports, origin, page)
    if (!found.ok) return found
    const words = found.value.words.replace(/\s+/g, ' ').trim()
    const offer = await offerQuestions(ports, words)
    if (found.value.from === 'claim') return succeed(proposeSame(found.value, words, offer.offered))
    const { article, span } = found.value
    const [first] = offer.offered
    const likely = first && offer.isSure ? first : null
    const onFile = likely ? await ports.corpus.listClaimsOfQuestion(likely.question.id, likely.dossier) : []
    const outlet =
      found.value.from === 'highlight' ? found.value.highlight.outlet : found.value.article.outlet
    const text = article?.text ?? words
    const story = splitWords(text, article?.story ?? [{ start: 0, end: text.length }])
    const findSubject = createSubjectFinder(onFile.map(subjectOf), { title: article?.title ?? '', story })
    const near = span && page?.reading ? findNear(page.reading, span) : null
    return succeed({
      words,
      entry: {
        statement: cutStatement(words),
        ...proposeVoice(near, article, outlet),
        about: findAbout(words, readDay(article?.published ?? null)),
        subject: findSubject(words) ?? subjectNear(near, page?.reading ?? null) ?? offer.subject ?? '',
        position: null,
      },
      asked: likely && { dossier: likely.dossier, question: likely.question.id },
      offered: offer.offered,
      outlet,
      address: article?.addresses[0] ?? '',
      seenMs: null,
    })
  })
}

/** As it stands, to be changed. */
function proposeSame(
  { claim }: Extract<FoundOrigin, { from: 'claim' }>,
  words: string,
  offered: ClaimProposal['offered'],
): ClaimProposal {
  const { about } = toClaimOnFile(claim)
  const { statement, speaker = null, chain = [], subject, position, outlet, dossier, question } = claim
  const via = speaker && chain[0] === speaker.name ? chain.slice(1) : chain
  return {
    words,
    entry: { statement, speaker, chain: via.length > 0 ? via : [outlet], about, subject, position },
    asked: { dossier, question },
    offered,
    outlet,
    address: '',
    seenMs: claim.modifiedMs,
  }
}

/** What is known to be said where the words stand: by a person first, then by a machine. */
function findNear({ claims }: Reading, span: Span): ClaimHere | null {
  const here = claims.filter(({ span: own, sentence }) => {
    const whole = sentence ?? own
    return whole !== null && isOverlapping(whole, span)
  })
  return here.toSorted((a, b) => Number(a.machine !== undefined) - Number(b.machine !== undefined))[0] ?? null
}

/** Whom it is about that stands there, else the article as far as it is on file. */
function subjectNear(near: ClaimHere | null, reading: Reading | null): string | null {
  const other = reading?.claims.find(({ claim }) => !claim.source.isReaders)
  const claim = near?.claim ?? other?.claim
  return claim ? (near ? subjectOf(claim) : claim.source.leader) : null
}

/** Who says it, and over whom it came: as it was read there, else the outlet, by whoever wrote the article. */
function proposeVoice(
  near: ClaimHere | null,
  article: ArticleText | null,
  outlet: string,
): Pick<ClaimProposal['entry'], 'speaker' | 'chain'> {
  const { speaker, chain = [] } = near?.claim ?? {}
  if (speaker && speaker.kind !== 'outlet')
    return { speaker, chain: chain[0] === speaker.name ? chain.slice(1) : chain }
  const byline = article ? readByline(article.byline) : ''
  return { speaker: null, chain: [byline, outlet].filter(Boolean) }
}
