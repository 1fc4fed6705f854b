import { type Answer, type Position, positions } from '../model/dossier'
import { asQuestionId } from '../model/ids'

const isPosition = (text: string | undefined): text is Position => positions.some(each => each === text)

/** What a claim answers, as one text: `listened=yes two-phones=no`. Ids have neither spaces nor `=`. */
export const packAnswers = (answers: readonly Answer[]): string =>
  answers.map(({ question, position }) => `${question}=${position}`).join(' ')

/** The answers again, in order; what is none is left out. */
export const unpackAnswers = (packed: string): Answer[] =>
  packed.split(' ').flatMap(answer => {
    const [question = '', position] = answer.split('=')
    return question !== '' && isPosition(position) ? [{ question: asQuestionId(question), position }] : []
  })
