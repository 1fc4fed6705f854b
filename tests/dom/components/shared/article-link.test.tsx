import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { articleAddress } from '../../../../components/shared/article-address'
import { Chain } from '../../../../components/shared/Chain'
import { sayReason } from '../../../../components/shared/Why'
import { Words } from '../../../../components/shared/words'
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
