import { describe, expect, test } from 'vitest'
import { rooms } from './import-table'
import { listImports, listSources, type SourceFile } from './source-files'

const sources = listSources()
const isStyle = (to: string) => /\.css(\?inline)?$/.test(to)

const fits = (to: string, allowed: string) =>
  allowed.endsWith('/') ? to.startsWith(allowed) : to === allowed

/** The arrows of one file that its room's row of the table does not have. */
function brokenArrows(file: SourceFile): string[] {
  const room = rooms.find(({ folder }) => file.path.startsWith(folder))
  if (!room) return [`${file.path} stands in no room of the table`]
  return listImports(file)
    .filter(to => !isStyle(to) && !to.startsWith(room.folder))
    .filter(to => !room.mayImport.some(allowed => fits(to, allowed)))
    .map(to => `${file.path} → ${to}`)
}

/** All files that a file reaches through its imports. */
function reach(start: string): Set<string> {
  const byPath = new Map(sources.map(file => [file.path.replace(/\.tsx?$/, ''), file]))
  const reached = new Set<string>()
  const open = [start]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    const file = byPath.get(path)
    if (file) open.push(...listImports(file))
  }
  return reached
}

describe('who may import whom', () => {
  test('there is a house to look at', () => {
    expect(sources.length).toBeGreaterThan(60)
    expect(rooms.filter(({ folder }) => !sources.some(({ path }) => path.startsWith(folder)))).toEqual([])
  })

  test('every import is an arrow of the table', () => {
    expect(sources.flatMap(brokenArrows)).toEqual([])
  })

  test('the test itself finds a broken arrow', () => {
    const file = { path: 'utils/page/x.ts', text: "import { a } from '../corpus/database'\n" }
    expect(brokenArrows(file)).toEqual(['utils/page/x.ts → utils/corpus/database'])
  })

  test('no content script reaches the database, by whatever way', () => {
    for (const start of ['entrypoints/gate/index', 'entrypoints/reader/index']) {
      const reached = [...reach(start)]
      expect(reached.length).toBeGreaterThan(5)
      expect(reached.filter(path => path === 'dexie' || path.startsWith('utils/corpus/'))).toEqual([])
    }
  })

  test('no file imports itself through others', () => {
    // Types make no cycle at run time, but one between rooms would still be a knot: rooms are held apart above.
    const circles = sources.filter(file => {
      const self = file.path.replace(/\.tsx?$/, '')
      return listImports(file).some(to => to !== self && reach(to).has(self))
    })
    expect(circles.map(({ path }) => path)).toEqual([])
  })
})
