import { expect, test } from 'vitest'
import { fitsPattern } from '../../../entrypoints/reader/fits-pattern'

const page = (address: string) => {
  const { protocol, hostname } = new URL(address)
  return { protocol, hostname }
}

test.each([
  ['https://herald.example/*', 'https://herald.example/a', true],
  ['https://herald.example/*', 'http://herald.example/a', false],
  ['*://herald.example/*', 'http://herald.example:8080/a', true],
  ['https://herald.example/*', 'https://www.herald.example/', false],
  ['https://*.herald.example/*', 'https://www.herald.example/', true],
  ['https://*.herald.example/*', 'https://herald.example/', true],
  ['https://*.herald.example/*', 'https://theherald.example/', false],
  ['https://*/*', 'https://any.example/', true],
  ['https://*/*', 'http://any.example/', false],
  ['<all_urls>', 'http://any.example/', true],
])('%s and %s: %s', (pattern, address, fits) => {
  expect(fitsPattern(pattern, page(address))).toBe(fits)
})
