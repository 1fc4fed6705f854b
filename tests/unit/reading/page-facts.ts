import type { GateSnapshot, PageFacts } from '../../../utils/model/page-facts'
import { indexTerms } from '../../../utils/reading/find-terms'

/** Facts of an article page with one heading and three long paragraphs, in invented words. */
export const makeFacts = (change: Partial<PageFacts> = {}): PageFacts => ({
  address: 'https://lantern.example/world/2031/harbour-lights-return',
  isAddressShared: false,
  statedAddresses: [],
  title: 'Harbour lights return',
  description: '',
  ogType: 'article',
  jsonLdTypes: [],
  jsonLdHeadlines: [],
  headline: 'Harbour lights return',
  paragraphs: [],
  articleElements: 1,
  links: 30,
  longParagraphs: 5,
  hasByline: true,
  published: '2031-04-02',
  language: 'en',
  ...change,
})

/** A topic of two groups and a near miss: harbours that are lit, and not for a fee. */
export const makeSnapshot = (change: Partial<GateSnapshot> = {}): GateSnapshot => ({
  format: 3,
  topics: [
    {
      dossier: 'harbours',
      index: indexTerms([
        { id: 'place', terms: ['harbour*', 'port of lissow', 'café'] },
        { id: 'light', terms: ['light', 'lights', 'lamp*'] },
        { id: 'money', terms: ['fee', 'fees'] },
      ]),
      rules: [
        { all: ['place', 'light'], weight: 3 },
        { all: ['light'], weight: 1 },
        { all: ['money'], weight: -2 },
      ],
      threshold: 3,
    },
  ],
  knownAddresses: [],
  highlightedAddresses: [],
  dismissedAddresses: [],
  offHosts: [],
  isPaused: false,
  ...change,
})
