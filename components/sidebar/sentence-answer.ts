import { cutStatement } from '../../utils/model/claim-entry'
import type { Position, Speaker } from '../../utils/model/dossier'
import type { DossierId, QuestionId } from '../../utils/model/ids'
import type { NewReaderClaim } from '../../utils/model/reader-claim'
import type { ClaimHere, MachineAnswer, SentenceHere } from '../../utils/model/reading'
import type { Span } from '../../utils/model/span'

/** What the reader says that a sentence says. `speaker` without a name: the outlet itself. */
export interface SentenceAnswer {
  question: QuestionId
  position: Position
  speaker: Speaker
  statement: string
}

/** A sentence of the article that something can be said of, and what is known of it. */
export interface Sayable {
  sentence: Span
  /** As the page has it. */
  text: string
  dossier: DossierId
  /** Whose phones. */
  subject: string
  /** From the speaker to the outlet; empty where nobody read it. */
  chain: string[]
  /** What the form begins with; without a position nobody said anything yet. */
  first: Omit<SentenceAnswer, 'position'> & { position: Position | null }
  /** What a machine takes it to answer besides. */
  others: MachineAnswer[]
}

/** Of a sentence that is merely related: about whom the nearest claim is, said by nobody yet. */
export function sayableOfSentence(
  { span, text, question, related }: SentenceHere,
  dossier: DossierId,
): Sayable | null {
  const source = related[0]?.claim
  return source
    ? {
        sentence: span,
        text,
        dossier,
        subject: source.subject ?? source.source.leader,
        chain: [],
        first: {
          question: question.id,
          position: null,
          speaker: { name: '', kind: 'named' },
          statement: cutStatement(text),
        },
        others: [],
      }
    : null
}

/** Of a claim that a machine read, as an answer to one of its questions; null of any other. */
export function sayableOfClaim(
  { claim, sentence, text, machine }: ClaimHere,
  question: QuestionId,
  dossier: DossierId,
): Sayable | null {
  const answers = machine?.answers ?? []
  const answer = answers.find(each => each.question === question)
  if (!answer || !sentence || text === null) return null
  const { subject, source, chain, speaker, statement } = claim
  const first = { question, position: answer.position, speaker, statement: cutStatement(statement) }
  const others = answers.filter(each => each !== answer)
  return { sentence, text, dossier, subject: subject ?? source.leader, chain, first, others }
}

/** By what it is found again when the page is read anew, whatever the reader makes of it. */
export const keyOf = ({ text, first }: Sayable): string => `${first.question} ${text}`

/** The same way to the outlet from another speaker; one who stands on that way already begins there. */
function chainFrom(name: string, { chain, first }: Sayable): string[] | null {
  const rest = chain[0] === first.speaker.name && chain.length > 1 ? chain.slice(1) : chain
  if (rest.length === 0) return null
  const at = rest.indexOf(name)
  return at === -1 ? [name, ...rest] : rest.slice(at)
}

/** What it answers besides the question that the reader chose: of each question a sentence says one thing. */
export const othersBeside = (
  { others }: Sayable,
  { question }: Pick<SentenceAnswer, 'question'>,
): MachineAnswer[] => others.filter(other => other.question !== question)

/**
 * What is saved of a correction: the reader's answer first, then what else was read there and is not to go, in the words
 * that it was read in, by whom the reader names.
 */
export const toReaderClaims = (
  sayable: Sayable,
  answer: SentenceAnswer,
  dropped: ReadonlySet<QuestionId>,
): NewReaderClaim[] => [
  toReaderClaim(sayable, answer),
  ...othersBeside(sayable, answer)
    .filter(({ question }) => !dropped.has(question))
    .map(({ question, position }) =>
      toReaderClaim(sayable, { ...sayable.first, question, position, speaker: answer.speaker }),
    ),
]

/** What is saved of it. `isRejected`: that the sentence does not say so. */
export function toReaderClaim(sayable: Sayable, answer: SentenceAnswer, isRejected = false): NewReaderClaim {
  const { sentence, text, dossier, subject, first } = sayable
  const { question, position, statement } = answer
  const name = answer.speaker.name.trim()
  const isSame = name === first.speaker.name
  const chain = isSame ? sayable.chain : chainFrom(name, sayable)
  return {
    sentence,
    text,
    dossier,
    question,
    position,
    subject,
    statement: statement.trim(),
    ...(name !== '' && { speaker: { ...answer.speaker, name } }),
    ...(name !== '' && chain && chain.length > 0 && { chain }),
    ...(isRejected && { isRejected }),
  }
}
