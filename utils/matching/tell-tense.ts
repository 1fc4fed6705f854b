/**
 * What an English sentence without a date says of its time: 'retold' is something of before that it places there itself,
 * 'past' what is told in the past tense and may go on from the sentence before, 'open' anything else.
 */
export type Tense = 'retold' | 'past' | 'open'

const office = '(?:president|chancellor|prime minister|premier|minister|candidate|secretary|senator|mayor)'
const retelling = new RegExp(
  [
    String.raw`\b(?:at (?:the|that) time|back then|in those days|by then)\b`,
    String.raw`\b(?:years|decades|months|long) (?:ago|before|earlier)\b`,
    String.raw`\b(?:had|has|was|were) (?:previously|once|earlier|formerly)\b`,
    String.raw`\b(?:he|she|they|who|it|${office}) used to\b`,
    String.raw`\b(?:then|at that time)[- ](?:the )?${office}\b`,
    String.raw`\bbefore (?:(?:he|she|they) (?:took|came|won|entered|became|was|were)|(?:his|her|their|the) (?:election|inauguration|presidency))\b`,
  ].join('|'),
  'i',
)

/** Told in the past: by its auxiliaries, or a verb straight after a pronoun. Other words in "-ed" are as often adjectives. */
const past =
  /\b(?:was|were|had|did|could)(?:n['’]t)?\b|\b(?:he|she|they|it|who) (?:\p{L}+ed|kept|took|gave|got|went|made|sent|spoke|held|wrote|told|said|knew|found|lost|left|let|put|ran|saw|stood)\b/iu
/** What leads back to now, or on from where the sentence before was. */
const present =
  /\b(?:is|are|am|has|have|will|wo|does|do)(?:n['’]t)?\b|\b(?:he|she|it|that|who|there)['’]s\b|\b(?:now|nowadays|today|currently|still|since|recently|later|afterwards?|meanwhile|these days|this (?:week|month|year))\b/i

/** @param sentence one that names no time with its year */
export function tellTense(sentence: string): Tense {
  if (retelling.test(sentence)) return 'retold'
  return past.test(sentence) && !present.test(sentence) ? 'past' : 'open'
}
