import type { ArticleText } from '../model/article-text'
import type { Attribution } from '../model/attribution'
import type { Locator } from '../model/dossier'
import { readDay } from '../model/edtf'
import { fingerprint } from '../model/fingerprint'
import { asClaimId, type QuestionId } from '../model/ids'
import type { Certainty } from '../model/model-use'
import type { ClaimOnFile, MachineAnswer, PlacedClaim } from '../model/reading'
import type { Span } from '../model/span'
import { findAbout } from './find-about'
import { articleOfPage, hostOf } from './make-reader-claim'

/** What a machine read out of a sentence of an article. */
interface ReadSentence {
  article: ArticleText
  sentence: Span
  text: string
  /** The sentences of its paragraph before it. */
  before: readonly string[]
  subject: string
  locator: Locator
  attribution: Attribution | null
  answers: MachineAnswer[]
}

/** A sentence as a claim: said by whom the article names, else by the outlet, at the time of publication. */
export function makeMachineClaim({
  article,
  sentence,
  text,
  before,
  subject,
  locator,
  attribution,
  answers,
}: ReadSentence): PlacedClaim {
  const url = article.addresses[0] ?? null
  const source = articleOfPage(url)
  const outlet = article.outlet || hostOf(url) || article.title
  const published = readDay(article.published)
  const isAttributed = attribution !== null && attribution.speaker.name !== ''
  const claim: ClaimOnFile = {
    id: asClaimId(`machine:${fingerprint(text)}`),
    article: source,
    statement: text.replace(/\s+/g, ' ').trim(),
    locator,
    subject,
    speaker: isAttributed ? attribution.speaker : { name: outlet, kind: 'outlet' },
    chain: isAttributed && attribution.chain.length > 0 ? attribution.chain : [outlet],
    modality: isAttributed ? 'asserts' : 'reports',
    about: findAbout(text, published, before),
    bearsOn: answers.map(({ question, position }) => ({ question, position })),
    certainty: Object.fromEntries(answers.map(({ question, certainty }) => [question, certainty])) as Record<
      QuestionId,
      Certainty
    >,
    source: {
      id: source,
      url,
      publisher: outlet,
      title: article.title || null,
      published: published ?? '',
      leader: subject,
    },
  }
  return {
    claim,
    span: sentence,
    sentence,
    text,
    notPlaced: null,
    machine: { answers, voice: attribution?.reasons ?? [] },
  }
}
