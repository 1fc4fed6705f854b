/** Ids are branded strings, so that a claim's id cannot be handed in where an article's is wanted. */
declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type DossierId = Id<'dossier'>
export type QuestionId = Id<'question'>
export type ArticleId = Id<'article'>
export type ClaimId = Id<'claim'>
export type HighlightId = Id<'highlight'>

export const asDossierId = (text: string): DossierId => text as DossierId
export const asQuestionId = (text: string): QuestionId => text as QuestionId
export const asArticleId = (text: string): ArticleId => text as ArticleId
export const asClaimId = (text: string): ClaimId => text as ClaimId
export const asHighlightId = (text: string): HighlightId => text as HighlightId
