import type { Answer, Position, Question, Speaker, SpeakerKind } from '../../utils/model/dossier'
import { asArticleId, asClaimId, asQuestionId, type QuestionId } from '../../utils/model/ids'
import type { ClaimOnFile } from '../../utils/model/reading'

/** The question that made claims answer unless told otherwise. */
export const askedQuestion: QuestionId = asQuestionId('two-phones')

type Change = Partial<Omit<ClaimOnFile, 'id' | 'source'>> & {
  id?: string
  /** Short for `bearsOn` with one answer to `askedQuestion`. */
  position?: Position
  source?: Partial<Omit<ClaimOnFile['source'], 'id'>> & { id?: string }
}

/**
 * A claim that is whole: by Ada Quill, named, carried by the Harbour Post, about President Vell in May 2031,
 * answering yes. An article's id is the part of the claim's id before '#'; its publisher ends the chain.
 */
export function makeClaim({
  id = 'post-1#1',
  position = 'yes',
  source = {},
  ...change
}: Change = {}): ClaimOnFile {
  const article = asArticleId(source.id ?? id.split('#')[0] ?? id)
  const publisher = source.publisher ?? 'Harbour Post'
  const speaker = change.speaker ?? { name: 'Ada Quill', kind: 'named' as const }
  const bearsOn: Answer[] = [{ question: askedQuestion, position }]
  return {
    statement: `${speaker.name} answers ${position}.`,
    locator: { words: 4, hash: '0000000000000000' },
    chain: [speaker.name, publisher],
    modality: 'asserts',
    about: '2031-05',
    bearsOn,
    ...change,
    id: asClaimId(id),
    article,
    speaker,
    source: {
      url: `https://harbour-post.example/${article}`,
      title: 'Two phones in the palace',
      published: '2031-05-10',
      leader: 'President Vell',
      ...source,
      id: article,
      publisher,
    },
  }
}

/** The question that made claims answer, as a dossier has it. */
export const twoPhones: Question = {
  id: askedQuestion,
  group: 'Habits',
  text: 'Does the leader use two phones?',
}

export const makeSpeaker = (name: string, kind: SpeakerKind = 'named'): Speaker => ({ name, kind })

/** A claim by a speaker of its own, whom no other made claim has. */
export const makeOnFile = (id: string, change: Change = {}): ClaimOnFile =>
  makeClaim({ id, speaker: makeSpeaker(`Speaker of ${id}`), ...change })

/** Two claims of one article that dispute each other: the Palace says yes, Ada Quill no. */
export const yesHere = makeClaim({ id: 'here#1', speaker: makeSpeaker('The Palace', 'institution') })
export const noHere = makeClaim({ id: 'here#2', position: 'no' })
