import { expect, test } from 'vitest'
import { writeComparison } from '../../../../components/sidebar/write-comparison'
import { english } from '../../../support/english'
import { makeClaimOnFile, makeHere, makeRelated } from '../../../support/make-question'

const hostile = '<img src=x onerror="1"> & "so"'

test('text of dossiers and pages is text, and no address but the web’s becomes a link', () => {
  const { plain, html } = writeComparison(english, {
    question: hostile,
    here: makeHere(makeClaimOnFile({ id: 'a#1', statement: hostile, url: 'javascript:alert(1)' }), {
      text: hostile,
    }),
    position: null,
    related: makeRelated('disputes', 'no', {
      id: 'b#1',
      speaker: hostile,
      url: 'https://b.example/?a=1&b="',
    }),
    comparison: null,
  })
  expect(plain).toContain(hostile)
  expect(plain).not.toContain('javascript:')
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  expect(parsed.querySelector('img')).toBeNull()
  expect([...parsed.querySelectorAll('a')].map(({ href }) => href)).toEqual(['https://b.example/?a=1&b=%22'])
  expect(parsed.querySelector('h3')?.textContent).toBe(hostile)
})
