import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ArticleLink } from '../../../../components/shared/ArticleLink'
import { archiveAddress, articleAddress } from '../../../../components/shared/article-address'
import { Chain } from '../../../../components/shared/Chain'
import { FollowProvider } from '../../../../components/shared/follow-claim'
import { sayReason } from '../../../../components/shared/Why'
import { Words } from '../../../../components/shared/words'
import { asClaimId } from '../../../../utils/model/ids'
import { english } from '../../../support/english'
import { makeClaimOnFile } from '../../../support/make-question'

afterEach(cleanup)
const show = (url: string | null) =>
  render(
    <Words.Provider value={english}>
      <Chain
        isLinked
        claim={makeClaimOnFile({
          id: 'a#1',
          speaker: 'Bram Ostrel',
          via: ['Harbour Wire', 'Quay Radio'],
          url,
        })}
      />
    </Words.Provider>,
  )

test('the outlet leads to its article and tells it nothing of where from', () => {
  show('https://quay.example/a')
  const link = screen.getByRole('link', { name: /^Quay Radio/ })
  expect(link.getAttribute('href')).toBe('https://quay.example/a')
  expect(link.getAttribute('target')).toBe('_blank')
  expect(link.getAttribute('rel')).toBe('noreferrer noopener')
})

describe('followed to its claim', () => {
  const follow = vi.fn(() => true)
  beforeEach(() => follow.mockReset().mockReturnValue(true))
  const showFollowed = () => {
    render(
      <FollowProvider value={follow}>
        <ArticleLink
          source={makeClaimOnFile({ id: 'a#1', url: 'https://quay.example/a' }).source}
          claim={asClaimId('a#1')}
        >
          Quay
        </ArticleLink>
      </FollowProvider>,
    )
    return screen.getByRole('link', { name: /^Quay/ })
  }

  test('by a plain click, which Enter on a link is too', () => {
    // False: somebody took the click over.
    expect(fireEvent.click(showFollowed())).toBe(false)
    expect(follow.mock.calls).toEqual([['a#1']])
  })

  test.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
    'not with %j: the link does what links do',
    how => {
      expect(fireEvent.click(showFollowed(), how)).toBe(true)
      expect(follow).not.toHaveBeenCalled()
    },
  )

  test('not where nobody takes it over', () => {
    follow.mockReturnValue(false)
    expect(fireEvent.click(showFollowed())).toBe(true)
    cleanup()
    show('https://quay.example/a')
    expect(fireEvent.click(screen.getByRole('link', { name: /^Quay Radio/ }))).toBe(true)
  })
})

describe('the copy in the archive', () => {
  test('stands beside the article, and says that it is another site', () => {
    show('https://quay.example/a?id=7#top')
    const link = screen.getByRole('link', { name: /^archive\.org/ })
    expect(link.getAttribute('href')).toBe('https://web.archive.org/web/20180522/https://quay.example/a?id=7')
    expect(link.getAttribute('rel')).toBe('noreferrer noopener')
    expect(link.getAttribute('title')).toContain('another site')
    expect(link.textContent).toContain('another site')
  })

  test.each([
    ['2031-05-22', 'https://web.archive.org/web/20310522/https://quay.example/a'],
    ['2031-05', 'https://web.archive.org/web/203105/https://quay.example/a'],
    ['2031', 'https://web.archive.org/web/2031/https://quay.example/a'],
    ['2031-05-22/2031-06', 'https://web.archive.org/web/20310522/https://quay.example/a'],
    ['', 'https://web.archive.org/web/https://quay.example/a'],
  ])('of %s', (published, copy) => {
    expect(archiveAddress('https://quay.example/a', published)).toBe(copy)
  })

  test('of a copy there is none', () => {
    expect(archiveAddress('https://web.archive.org/web/2031/https://quay.example/a', '2031')).toBeNull()
  })
})

test.each([null, 'javascript:alert(1)', 'data:text/html,x', 'quay.example/a', ''])('no link to %s', url => {
  show(url)
  expect(screen.queryByRole('link')).toBeNull()
  expect(document.body.textContent).toContain('Quay Radio')
})

test('addresses are those of the web alone', () => {
  expect(articleAddress('HTTP://Quay.example')).toBe('http://quay.example/')
  expect(articleAddress(' javascript:alert(1)')).toBeNull()
})

test('a rule without a text is still said, with what decided', () => {
  expect(sayReason(english, { rule: 'brand-new', values: ['one', 'two'] })).toBe(
    'A rule named “brand-new” decided. one, two',
  )
  expect(sayReason(english, { rule: 'same_credit', values: ['Harbour Wire'] })).toContain('Harbour Wire')
})
