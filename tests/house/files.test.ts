import { describe, expect, test } from 'vitest'
import { listFiles, listSources } from './source-files'

const sources = listSources()
const everything = [
  ...listFiles(
    ['entrypoints', 'components', 'utils', 'scripts', 'tests', 'public'],
    /\.(tsx?|mjs|css|html|json|md|jsonl)$/,
  ),
  ...listFiles(['.'], /^(README|ARCHITECTURE|CHANGELOG)\.md$|^package(-lock)?\.json$/).filter(
    ({ path }) => !path.includes('/'),
  ),
]
const offenders = (pattern: RegExp, files = sources) =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

describe('every file', () => {
  test('of source is under 300 lines', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path)).toEqual([])
  })

  test('is named after what it holds, in kebab-case or as its component', () => {
    const names = sources.map(({ path }) => path.split('/').at(-1) ?? '')
    expect(names.filter(name => !/^([a-z0-9]+([-.][a-z0-9]+)*|[A-Z][A-Za-z0-9]*)\.tsx?$/.test(name))).toEqual(
      [],
    )
    expect(names.filter(name => /^(helpers?|misc|common|types|utils)\./.test(name))).toEqual([])
  })

  test('makes no HTML or code from text', () => {
    expect(
      offenders(
        /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b|\beval\(|new Function\(/,
      ),
    ).toEqual([])
  })

  test('asks nothing of the network', () => {
    const asking = offenders(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/)
    // One place reads the package's own files.
    expect(asking).toEqual(['utils/platform/package-files.ts'])
  })

  test('speaks of the project alone', () => {
    const foreign = new RegExp(
      ['/wo' + 'rk/', 'registry\\.npm' + 'js', '/ho' + 'me/', '/ro' + 'ot/', '/tm' + 'p/'].join('|'),
    )
    expect(everything.length).toBeGreaterThan(100)
    expect(offenders(foreign, everything)).toEqual([])
  })
})
