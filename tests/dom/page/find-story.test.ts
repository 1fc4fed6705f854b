import { describe, expect, it } from 'vitest'
import { collectArticle } from '../../../utils/page/collect-article'

const paragraph = (n: number) =>
  `<p>Paragraph ${n} says that the minister’s telephone was looked at by people who know, and then returned.</p>`
const paragraphs = [1, 2, 3, 4, 5].map(paragraph).join('')

const load = (body: string) => {
  document.documentElement.innerHTML = `<head><title>The minister’s telephone</title></head><body>${body}</body>`
}
/** The story's stretches, without the headline. */
const storyOf = (body: string): string[] => {
  load(body)
  const collected = collectArticle(document, 'https://arvenpost.example/a')
  expect(collected).not.toBeNull()
  return collected?.article.story.map(({ start, end }) => collected.map.text.slice(start, end)) ?? []
}
const five = [1, 2, 3, 4, 5].map(n => expect.stringMatching(`^Paragraph ${n} says .* returned\\.$`))

describe('finding the story', () => {
  it('takes the paragraphs, and the headline before them', () => {
    expect(
      storyOf(`<nav><a href="/">Home</a></nav><h1>The minister’s telephone</h1><div>${paragraphs}</div>`),
    ).toEqual(['The minister’s telephone', ...five])
  })

  it.each([
    ['a menu', `<nav>${paragraph(9)}</nav>`],
    ['a box at the side', `<aside>${paragraph(9)}</aside>`],
    ['an advert', `<div class="ad-slot">${paragraph(9)}</div>`],
    ['other stories', `<div class="relatedStories">${paragraph(9)}</div>`],
    ['a link to more', `<div class="read-more">${paragraph(9)}</div>`],
    ['a caption', `<figure><img alt=""><figcaption>${paragraph(9)}</figcaption></figure>`],
    ['buttons to share', `<div id="share_bar">${paragraph(9)}</div>`],
    ['a list of links', '<p><a href="/x">Another long headline that leads to a story somewhere else</a></p>'],
    ['a newsletter’s form', `<form class="newsletter">${paragraph(9)}</form>`],
  ])('leaves out %s among them', (_, box) => {
    const story = storyOf(
      `<article>${paragraph(1)}${paragraph(2)}${box}${[3, 4, 5].map(paragraph).join('')}</article>`,
    )
    expect(story).toEqual(five)
  })

  it('leaves out comments, even where they are longer than half the story', () => {
    const comments = [6, 7, 8].map(paragraph).join('')
    expect(
      storyOf(`<div><div class="text">${paragraphs}</div><div class="comments">${comments}</div></div>`),
    ).toEqual(five)
  })

  it('is not misled by a theme that calls the whole page a sidebar, or wraps it in a form', () => {
    expect(storyOf(`<form><div class="has-sidebar comments-open">${paragraphs}</div></form>`)).toEqual(five)
  })

  it('keeps short lines, subheadings and quotations within, and drops labels at both ends', () => {
    const story = storyOf(
      `<article><div>By A. Writer</div><div>3 May</div>${paragraph(1)}<h2>What was said</h2><blockquote>No.</blockquote>${paragraph(2)}<div>Updated</div></article>`,
    )
    expect(story).toEqual([five[0], 'What was said', 'No.', five[1]])
  })

  it('keeps paragraphs that stand before the box that holds the rest', () => {
    expect(storyOf(`<div>${paragraph(1)}<div>${[2, 3, 4, 5].map(paragraph).join('')}</div></div>`)).toEqual(
      five,
    )
  })

  it('finds nothing where there are no paragraphs', () => {
    expect(storyOf('<ul><li><a href="/a">One</a></li><li>Two</li></ul>')).toEqual([])
    expect(storyOf('')).toEqual([])
  })
})
