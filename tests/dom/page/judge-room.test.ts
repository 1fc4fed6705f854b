import { describe, expect, test } from 'vitest'
import { judgeRoom } from '../../../utils/page/judge-room'

/** A window of 1400 px, the sidebar's 392 at the right. */
const free = { left: 0, right: 1008 }
const before = { left: 380, right: 1020, fontPx: 18, overflowPx: 0, pinned: 3 }
const after = { ...before, left: 184, right: 824 }

describe('what making room did', () => {
  test.each([
    ['nothing bad', after, null],
    ['a fraction of a px over the edge', { ...after, right: 1008.6 }, null],
    ['words are still covered', { ...after, right: 1012 }, 'covered'],
    ['words are cut off at the other side', { ...after, left: -5 }, 'covered'],
    ['the story is no longer drawn', null, 'covered'],
    ['the page can be scrolled sideways', { ...after, overflowPx: 40 }, 'scrolls'],
    ['45 letters of 18 px need 405 px', { ...after, right: after.left + 405 }, null],
    ['fewer do not', { ...after, right: after.left + 400 }, 'narrow'],
    ['small letters need 320 px all the same', { ...after, fontPx: 10, right: after.left + 310 }, 'narrow'],
    ['what stays in place stands over the words', { ...after, pinned: 4 }, 'overlaid'],
    ['it stood over them before too', { ...after, pinned: 2 }, null],
  ])('%s', (_, now, harm) => {
    expect(judgeRoom(before, now, free)).toBe(harm)
  })

  test('a page that could be scrolled sideways before, or was as narrow, was not made so by us', () => {
    const narrow = { ...before, right: before.left + 250, overflowPx: 60 }
    expect(judgeRoom(narrow, { ...narrow, left: 100, right: 350 }, free)).toBeNull()
    expect(judgeRoom(narrow, { ...narrow, left: 100, right: 340 }, free)).toBe('narrow')
  })
})
