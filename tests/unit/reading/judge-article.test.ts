import { expect, test } from 'vitest'
import { judgeArticle } from '../../../utils/reading/judge-article'
import { makeFacts } from './page-facts'

const bare = makeFacts({
  ogType: '',
  jsonLdTypes: [],
  published: null,
  hasByline: false,
  longParagraphs: 0,
  paragraphs: [],
})

test('where nothing speaks against an article, that little speaks for it comes first', () => {
  const { isArticle, reasons } = judgeArticle(bare)
  expect(isArticle).toBe(false)
  expect(reasons.map(({ rule }) => rule)).toEqual(['article_too_little', 'article_headline'])
})

test('where something speaks against it, that is the reason', () => {
  const { isArticle, reasons } = judgeArticle({ ...bare, address: 'https://lantern.example/' })
  expect(isArticle).toBe(false)
  expect(reasons.map(({ rule }) => rule)).toEqual(['article_headline', 'article_front_page'])
})
