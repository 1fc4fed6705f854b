import { describe, expect, it } from 'vitest'
import { isDarkPage } from '../../../utils/page/is-dark-page'

const page = (html: string): Element => {
  document.body.innerHTML = html
  return document.querySelector('p') ?? document.body
}

describe('whether a page is dark', () => {
  it.each([
    ['a page without colours', '<p>x</p>', false],
    ['a dark box around the text', '<div style="background-color:#18191c"><p>x</p></div>', true],
    [
      'a white box on a dark page',
      '<div style="background-color:#111"><div style="background-color:#fff"><p>x</p></div></div>',
      false,
    ],
    [
      'a ground that can be seen through',
      '<div style="background-color:#fff"><p style="background-color:rgba(0,0,0,.2)">x</p></div>',
      false,
    ],
    [
      'white text on a picture',
      '<div style="background-color:#fff;background-image:url(x.png)"><p style="color:#fff">x</p></div>',
      true,
    ],
    [
      'black text on a picture',
      '<div style="background-color:#000;background-image:url(x.png)"><p style="color:#111">x</p></div>',
      false,
    ],
    ['light text and no ground', '<p style="color:#eee">x</p>', true],
  ])('%s', (_, html, expected) => {
    expect(isDarkPage(page(html))).toBe(expected)
  })
})
