/** The pieces of words that the model knows, by their text; those inside a word begin with `##`. */
export interface Vocabulary {
  ids: ReadonlyMap<string, number>
  unknown: number
  /** Stand before and after every sentence. */
  first: number
  last: number
  /** A longer word is unknown as a whole; in characters. */
  longestWord: number
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The vocabulary of a `tokenizer.json`. Null where it is not of the kind that `encodeSentence` splits by: WordPiece in
 * lower case, as BERT's.
 */
export function readVocabulary(text: string): Vocabulary | null {
  const file: unknown = JSON.parse(text)
  if (!isRecord(file) || !isRecord(file.model) || !isRecord(file.normalizer)) return null
  const { model, normalizer } = file
  const isKnownKind =
    model.type === 'WordPiece' &&
    model.continuing_subword_prefix === '##' &&
    normalizer.type === 'BertNormalizer' &&
    normalizer.lowercase === true &&
    normalizer.clean_text === true &&
    normalizer.handle_chinese_chars === true &&
    normalizer.strip_accents !== false
  const longestWord = model.max_input_chars_per_word
  if (!isKnownKind || !isRecord(model.vocab) || typeof longestWord !== 'number') return null
  const ids = new Map<string, number>()
  for (const [piece, id] of Object.entries(model.vocab)) {
    if (typeof id !== 'number') return null
    ids.set(piece, id)
  }
  const [unknown, first, last] = [ids.get(String(model.unk_token)), ids.get('[CLS]'), ids.get('[SEP]')]
  if (unknown === undefined || first === undefined || last === undefined) return null
  return { ids, unknown, first, last, longestWord }
}
