import { positions, type Speaker, speakerKinds } from '../model/dossier'
import { isEdtf } from '../model/edtf'
import { asClaimId, type DossierId, type QuestionId } from '../model/ids'
import { limits } from '../model/limits'
import { joinAddresses } from '../model/met-addresses'
import type { ClockPort, CorpusPort } from '../model/ports'
import type { NewReaderClaim, ReaderClaim } from '../model/reader-claim'
import { fail, type Result, succeed } from '../model/result'

/** What is said of a passage, whatever passage that is. */
export type SaidOfPassage = Omit<NewReaderClaim, 'sentence' | 'text'> &
  Pick<ReaderClaim, 'about' | 'highlight'>

/** Where the passage stands, and by what it is found again. */
export type ClaimPlace = Pick<
  ReaderClaim,
  'addresses' | 'statedAddresses' | 'title' | 'outlet' | 'published' | 'locator'
>

/** The first thing that is wrong with what is said, with its path; null where nothing is. */
export function findFault({
  position,
  subject,
  statement,
  speaker,
  chain = [],
  about,
}: SaidOfPassage): string | null {
  if (!positions.includes(position)) return 'position: must be yes, no, partly or unknown'
  if (speaker && !speakerKinds.includes(speaker.kind))
    return `speaker.kind: must be ${speakerKinds.join(', ')}`
  if (chain.length > limits.chain) return `chain: must have at most ${limits.chain} members`
  if (typeof about === 'string' && !isEdtf(about)) return 'about: is no date'
  for (const [name, text, limit] of [
    ['subject', subject, limits.name],
    ['statement', statement, limits.title],
    ...(speaker ? [['speaker.name', speaker.name, limits.name] as const] : []),
    ...chain.map((member, index) => [`chain[${index}]`, member, limits.name] as const),
  ] as const) {
    if (text.trim() === '') return `${name}: must not be empty`
    if (text.length > limit) return `${name}: must have at most ${limit} characters`
  }
  return null
}

/** Not-found where the dossier does not ask that. */
export async function findQuestion(
  { corpus }: { corpus: CorpusPort },
  question: QuestionId,
  dossier: DossierId,
): Promise<Result<void>> {
  const asked = await corpus.listQuestions(dossier)
  return asked.some(({ id }) => id === question)
    ? succeed(undefined)
    : fail('not-found', `no question ${question} in dossier ${dossier}`)
}

/** A speaker with no more than is known of one. */
const tidySpeaker = ({ name, ...more }: Speaker): Speaker => ({ ...more, name: name.trim() })

/** The claim as it is kept; `before` is the one that it replaces. */
export function buildClaim(
  clock: ClockPort,
  place: ClaimPlace,
  said: SaidOfPassage,
  before: ReaderClaim | undefined,
): ReaderClaim {
  const nowMs = clock.nowMs()
  const { addresses, statedAddresses = [] } = place
  const { dossier, question, position, speaker, chain, about, highlight, isRejected } = said
  return {
    id: before?.id ?? asClaimId(`reader:${clock.newId()}`),
    ...joinAddresses(before, { addresses, statedAddresses }),
    title: place.title.slice(0, limits.title),
    outlet: place.outlet.slice(0, limits.name),
    published: place.published,
    locator: place.locator,
    statement: said.statement.trim(),
    dossier,
    question,
    position,
    subject: said.subject.trim(),
    ...(speaker && { speaker: tidySpeaker(speaker) }),
    ...(chain && { chain }),
    ...(about !== undefined && { about }),
    ...(highlight && { highlight }),
    ...(isRejected && { isRejected }),
    createdMs: before?.createdMs ?? nowMs,
    // A clock that was set back must not make it look older than what it replaces: a merge would drop it.
    modifiedMs: before ? Math.max(nowMs, before.modifiedMs + 1) : nowMs,
  }
}
