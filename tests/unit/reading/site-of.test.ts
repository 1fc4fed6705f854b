import { expect, test } from 'vitest'
import { siteOf, siteOfHost } from '../../../utils/reading/site-of'

test('one spelling for a site, and none for what is not of the web', () => {
  const spellings = [
    'https://www.Herald.example/a',
    'http://herald.example:8080/b?c',
    'https://herald.example',
  ]
  expect(spellings.map(siteOf)).toEqual(['herald.example', 'herald.example', 'herald.example'])
  expect([siteOf('file:///a/b'), siteOf('about:blank'), siteOf('no address')]).toEqual(['', '', ''])
  expect(siteOfHost('WWW.Herald.example:443')).toBe('herald.example')
})
