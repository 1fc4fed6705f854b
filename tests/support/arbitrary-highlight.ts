import fc from 'fast-check'
import type { OwnDossier, PairVerdict } from '../../utils/model/backup'
import type { ClaimRemark } from '../../utils/model/claim-remark'
import { positions, speakerKinds } from '../../utils/model/dossier'
import { type Highlight, highlightColours } from '../../utils/model/highlight'
import { asClaimId, asDossierId, asHighlightId, asQuestionId } from '../../utils/model/ids'
import { ownDossierId } from '../../utils/model/own-dossier'
import type { ReaderClaim } from '../../utils/model/reader-claim'
import { type Settings, surenesses } from '../../utils/model/settings'
import { narrowestPx, sheetHeights, textPercents, widestPx } from '../../utils/model/sidebar-place'
import { historyDays } from '../../utils/model/visit'

/** Any text, surrogates alone and control characters included. */
const text = (minLength = 0) => fc.string({ unit: 'binary', minLength, maxLength: 20 })
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:#-]{0,8}$/)
const time = fc.integer({ min: 0, max: 4_000_000_000_000 })

export const arbitraryHighlight: fc.Arbitrary<Highlight> = fc
  .record({
    id: id.map(asHighlightId),
    page: fc.integer({ min: 0, max: 3 }),
    stated: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
    title: text(),
    outlet: text(),
    exact: text(1),
    prefix: text(),
    suffix: text(),
    start: fc.nat(1000),
    length: fc.integer({ min: 1, max: 50 }),
    note: text(),
    tags: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6})?$/), { maxLength: 3 }),
    colour: fc.constantFrom(...highlightColours),
    anchoredMs: time,
    pageModified: fc.constantFrom(null, '2031-05-06T07:08:09Z'),
    createdMs: time,
    modifiedMs: time,
  })
  .map(({ page, stated, exact, prefix, suffix, start, length, ...rest }) => ({
    ...rest,
    addresses: [`https://morgenpost.example/${page}`],
    ...(stated.length > 0 && { statedAddresses: stated.map(at => `https://morgenpost.example/s${at}`) }),
    selectors: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end: start + length },
    ],
  }))

export const arbitraryHighlights = fc.uniqueArray(arbitraryHighlight, {
  selector: ({ id }) => id,
  maxLength: 8,
})

/**
 * As they are on file: their words are not white space alone; some came from another program's file without a place, or
 * without an address, and have a title then.
 */
export const arbitraryToldHighlights: fc.Arbitrary<Highlight[]> = fc
  .tuple(
    arbitraryHighlights,
    fc.array(fc.constantFrom('whole', 'placeless', 'untold'), { minLength: 8, maxLength: 8 }),
  )
  .map(([all, kinds]) =>
    all
      .filter(({ selectors: [{ exact }] }) => exact.trim() !== '')
      .map((highlight, index): Highlight => {
        const { statedAddresses: _, ...rest } = highlight
        if (kinds[index] === 'placeless') return { ...highlight, selectors: [highlight.selectors[0]] }
        return kinds[index] === 'untold' ? { ...rest, addresses: [], title: `${rest.title}!` } : highlight
      }),
  )

export const arbitraryVerdict: fc.Arbitrary<PairVerdict> = fc.record({
  a: id.map(asClaimId),
  b: id.map(asClaimId),
  question: id.map(asQuestionId),
  atMs: time,
})

/** What only some of the reader's claims have. */
const arbitrarySaid: fc.Arbitrary<Pick<ReaderClaim, 'speaker' | 'chain' | 'isRejected'>> = fc.oneof(
  fc.constant({}),
  fc.constant({ isRejected: true as const }),
  fc.record({
    speaker: fc.record(
      { name: text(1), kind: fc.constantFrom(...speakerKinds), role: text(1), affiliation: text(1) },
      { requiredKeys: ['name', 'kind'] },
    ),
    chain: fc.array(text(1), { minLength: 1, maxLength: 3 }),
  }),
)

/** Of one that was made in the form. */
const arbitraryMade: fc.Arbitrary<Pick<ReaderClaim, 'about' | 'highlight'>> = fc.record(
  {
    about: fc.constantFrom(null, '2031', '2030/2031-05', '../2013'),
    highlight: id.map(asHighlightId),
  },
  { requiredKeys: [] },
)

export const arbitraryRemarks: fc.Arbitrary<ClaimRemark[]> = fc.uniqueArray(
  fc.record({
    claim: id.map(asClaimId),
    kind: fc.constantFrom('disputed' as const, 'hidden' as const),
    reason: text(),
    statement: text(),
    atMs: time,
  }),
  { selector: remark => remark.claim, maxLength: 4 },
)

export const arbitraryOwnDossiers: fc.Arbitrary<OwnDossier[]> = fc.uniqueArray(
  fc.record(
    {
      id: fc.nat(99).map(number => ownDossierId(String(number))),
      title: text(1),
      version: fc.integer({ min: 1, max: 1_000 }),
      spotting: fc.constant({
        groups: [{ id: 'term-1', terms: ['bell'] }],
        rules: [{ all: ['term-1'], weight: 1 }],
        threshold: 1,
      }),
      questions: fc.uniqueArray(
        fc.record({
          id: fc.nat(99).map(number => asQuestionId(`own-${number}`)),
          group: text(1),
          text: text(1),
        }),
        { selector: question => question.id, minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: ['id', 'title', 'version', 'questions'] },
  ),
  { selector: dossier => dossier.id, maxLength: 2 },
)

export const arbitraryReaderClaims: fc.Arbitrary<ReaderClaim[]> = fc.uniqueArray(
  fc
    .record({
      id: id.map(asClaimId),
      addresses: fc.nat(3).map(page => [`https://morgenpost.example/${page}`]),
      title: text(),
      outlet: text(),
      published: fc.constantFrom(null, '2031', '2031-05-06'),
      locator: fc.record({
        words: fc.integer({ min: 1, max: 100 }),
        hash: fc.stringMatching(/^[0-9a-f]{16}$/),
      }),
      statement: text(1),
      dossier: id.map(asDossierId),
      question: id.map(asQuestionId),
      position: fc.constantFrom(...positions),
      subject: text(1),
      createdMs: time,
      modifiedMs: time,
    })
    .chain(claim =>
      fc.tuple(arbitrarySaid, arbitraryMade).map(([said, made]) => ({ ...claim, ...said, ...made })),
    ),
  { selector: claim => claim.id, maxLength: 4 },
)

export const arbitrarySettings: fc.Arbitrary<Settings> = fc.record({
  isPaused: fc.boolean(),
  offHosts: fc.uniqueArray(fc.domain(), { maxLength: 3 }),
  dismissedAddresses: fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{16}$/), { maxLength: 3 }),
  isSidebarOpen: fc.boolean(),
  isHandleOnly: fc.boolean(),
  areMarksShown: fc.boolean(),
  areHighlightsShown: fc.boolean(),
  colour: fc.constantFrom(...highlightColours),
  colourNames: fc.record({ yellow: text(), green: text(), blue: text(), pink: text(), violet: text() }),
  side: fc.constantFrom('left', 'right'),
  widthPx: fc.integer({ min: narrowestPx, max: widestPx }),
  sheet: fc.constantFrom(...sheetHeights),
  handleAt: fc.integer({ min: 0, max: 1000 }).map(thousandths => thousandths / 1000),
  textPercent: fc.constantFrom(...textPercents),
  makesRoom: fc.boolean(),
  isModelOn: fc.boolean(),
  sureness: fc.constantFrom(...surenesses),
  historyDays: fc.constantFrom(...historyDays),
  removedDossiers: fc.uniqueArray(id.map(asDossierId), { maxLength: 3 }).map(ids => ids.toSorted()),
})
