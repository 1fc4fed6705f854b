import type { PageFacts } from '../model/page-facts'
import type { Reason } from '../model/reason'
import { articleWeights as weights } from './weights'

/** schema.org types of things one reads, by their last words: NewsArticle, BlogPosting, LiveBlogPosting, Report, … */
const articleType = /(article|posting|report|review)$/i
const otherType =
  /^(collectionpage|searchresultspage|itemlist|product|profilepage|faqpage|qapage|recipe|event)$/i

/** Whether a page is an article rather than a front, a list or a shop. `reasons` say what spoke for it and against. */
export function judgeArticle(facts: PageFacts): { isArticle: boolean; reasons: Reason[] } {
  const reasons: Reason[] = []
  const count = (applies: boolean, weight: number, rule: string, ...values: (string | number)[]) => {
    if (applies) reasons.push({ rule, values: values.map(String), weight })
  }
  const types = facts.jsonLdTypes.filter(type => articleType.test(type))
  const others = facts.jsonLdTypes.filter(type => otherType.test(type))
  const { longParagraphs, links, articleElements } = facts
  const hasStory = longParagraphs >= weights.storyParagraphs
  // Some sites put their stories into other elements than paragraphs: what says it is an article is not taken for a list.
  const isBare = !hasStory && types.length === 0 && facts.ogType !== 'article'
  count(facts.ogType === 'article', weights.saysArticle, 'article_says_so')
  count(types.length > 0, weights.saysArticleType, 'article_type', types[0] ?? '')
  count(facts.headline !== '', weights.headline, 'article_headline')
  count(facts.published !== null, weights.published, 'article_published', facts.published ?? '')
  count(facts.hasByline, weights.byline, 'article_byline')
  count(hasStory, weights.story, 'article_paragraphs', longParagraphs)
  count(/^\/?$/.test(pathOf(facts.address)), weights.frontPage, 'article_front_page')
  count(facts.ogType === 'website', weights.saysWebsite, 'article_says_website')
  count(types.length === 0 && others.length > 0, weights.saysOther, 'article_other_type', others[0] ?? '')
  count(isBare && links >= weights.listLinks, weights.list, 'article_links', links)
  count(isBare && articleElements >= weights.teasers, weights.manyTeasers, 'article_teasers', articleElements)
  // Without any words of its own a page is a picture, a player or a shell.
  const hasWords = facts.title !== '' || facts.headline !== '' || facts.paragraphs.length > 0
  count(!hasWords, weights.noWords, 'article_no_words')
  const isArticle = sum(reasons) >= weights.threshold
  // Where nothing speaks against it, that little speaks for it is the reason.
  if (!isArticle && reasons.every(({ weight = 0 }) => weight > 0)) {
    reasons.unshift({ rule: 'article_too_little', values: [], weight: 0 })
  }
  return { isArticle, reasons }
}

const sum = (reasons: Reason[]): number => reasons.reduce((total, { weight = 0 }) => total + weight, 0)

const pathOf = (address: string): string => (URL.canParse(address) ? new URL(address).pathname : '')
