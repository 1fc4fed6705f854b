import type { Edtf } from '../../utils/model/dossier'
import type { ClaimOnFile } from '../../utils/model/reading'
import type { Translate } from './words'

// The catalogue is English; the order day, month, year is understood wherever English is read.
const language = 'en-GB'
/** Writes dates as this page does, UTC. */
export const inWords = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
const options = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
} as const
type Precision = keyof typeof options
const formats = new Map<Precision, Intl.DateTimeFormat>()
/** Made when it is first needed: each takes some milliseconds, which a page that only loads this need not spend. */
function formatOf(precision: Precision): Intl.DateTimeFormat {
  const format = formats.get(precision) ?? inWords(options[precision])
  formats.set(precision, format)
  return format
}

interface Moment {
  precision: Precision
  date: Date
  /** In words, once they were asked for. */
  said?: string
}

/** Read once: a timeline of ten thousand claims has some hundred days. */
const moments = new Map<string, Moment | null>()
function parseMoment(text: string): Moment | null {
  const known = moments.get(text)
  if (known !== undefined) return known
  const moment = readMoment(text)
  moments.set(text, moment)
  return moment
}

/** A year, month or day; null where it is none, as the 31st of June. */
function readMoment(text: string): Moment | null {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!found) return null
  const [, year = '', month, day] = found
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month ?? '01') - 1, Number(day ?? '01'))
  const isReal = date.toISOString().startsWith(`${year}-${month ?? '01'}-${day ?? '01'}`)
  return isReal ? { precision: day ? 'day' : month ? 'month' : 'year', date } : null
}

const say = (moment: Moment): string => {
  moment.said ??= formatOf(moment.precision).format(moment.date)
  return moment.said
}

/**
 * A date or interval in EDTF as one says it: "22 May 2018", "May 2018", "Jun–Aug 2013", "2017–2018", "before 2013".
 * What is no such date is given back as it stands: a dossier's own words are better than none.
 */
export function formatEdtf(t: Translate, edtf: Edtf): string {
  const [first = '', last] = edtf.split('/')
  const from = parseMoment(first)
  if (last === undefined) return from ? say(from) : edtf
  const to = parseMoment(last)
  if (first === '..' || first === '') return to ? t('sidebar_timeBefore', say(to)) : edtf
  if (last === '..' || last === '') return from ? t('sidebar_timeSince', say(from)) : edtf
  if (!from || !to) return edtf
  if (from.precision !== to.precision) return `${say(from)} – ${say(to)}`
  // Browsers put thin or wide spaces around the dash; in a narrow column only the dash is wanted.
  return formatOf(from.precision)
    .formatRange(from.date, to.date)
    .replace(/\s*–\s*/, from.precision === 'year' ? '–' : ' – ')
}

/** The time a claim is about; where nobody says, when it was published, and that this is what it is. */
export const formatClaimTime = (t: Translate, claim: ClaimOnFile): string =>
  claim.about !== null
    ? formatEdtf(t, claim.about)
    : claim.source.published === ''
      ? t('sidebar_timeUnknownAtAll')
      : t('sidebar_timeUnknown', formatEdtf(t, claim.source.published))

/** The years from one EDTF date to another: "2009–2025", or the one year. */
export function formatYears(from: Edtf, to: Edtf): string {
  const first = /\d{4}/.exec(from)?.[0] ?? from
  const last = /\d{4}(?!.*\d{4})/.exec(to)?.[0] ?? to
  return first === last ? first : `${first}–${last}`
}

/** The day that an EDTF date names, in ms since 1970, UTC; null where it names no day. */
export function parseDay(edtf: Edtf): number | null {
  const moment = parseMoment(edtf)
  return moment?.precision === 'day' ? moment.date.getTime() : null
}
