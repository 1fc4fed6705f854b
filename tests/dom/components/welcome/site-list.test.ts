import { describe, expect, test } from 'vitest'
import { newsSites } from '../../../../components/welcome/news-sites'
import { listSites } from '../../../../components/welcome/site-list'

describe('listSites', () => {
  test('drops www, doubles, and what another host covers', () => {
    const { onFile, news } = listSites(
      ['www.courier.example', 'courier.example', 'blogs.courier.example', 'news.bay.example'],
      ['post.example', 'COURIER.example', 'www.post.example'],
    )
    expect(onFile).toEqual(['courier.example', 'news.bay.example'])
    expect(news).toEqual(['post.example'])
  })

  test('does not take a name that only ends alike for a part of another', () => {
    expect(listSites(['notpost.example'], ['post.example'])).toEqual({
      onFile: ['notpost.example'],
      news: ['post.example'],
    })
  })

  test('leaves an outlet out where a news site covers it', () => {
    expect(listSites(['live.post.example'], ['post.example'])).toEqual({ onFile: [], news: ['post.example'] })
  })
})

test('the news sites are many, each once, and bare host names', () => {
  expect(newsSites.length).toBeGreaterThanOrEqual(60)
  expect(new Set(newsSites).size).toBe(newsSites.length)
  expect(newsSites.filter(host => !/^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host))).toEqual([])
})
