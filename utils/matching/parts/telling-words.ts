import { stopWords } from '../stop-words'

/** Small words that change what is said: how many, which, before or after what. */
const telling = new Set(
  'all any both each few more most only other some again against before after under over between during until'.split(
    ' ',
  ),
)

/** Whether a word says something, so that it makes a difference where the other statement has it not. */
export const isTelling = (word: string): boolean => telling.has(word) || !stopWords.has(word)
