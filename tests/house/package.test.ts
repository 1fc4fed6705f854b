import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { modelFiles } from '../../utils/inference/model-files'
import { inProject, listFiles } from './source-files'

const builds = ['chrome-mv3', 'firefox-mv3'] as const

describe.each(builds)('the package %s', build => {
  const folder = `.output/${build}`
  const read = (path: string) => readFileSync(inProject(`${folder}/${path}`), 'utf8')
  const manifest = () => JSON.parse(read('manifest.json'))
  const kB = (paths: string[]) =>
    paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0) / 1000

  test('is built (npm run build)', () => {
    expect(existsSync(inProject(`${folder}/manifest.json`))).toBe(true)
  })

  test('asks at install for no site, and for the agreed permissions only', () => {
    const {
      permissions,
      host_permissions,
      optional_host_permissions,
      optional_permissions,
      content_scripts,
    } = manifest()
    expect(permissions.toSorted()).toEqual(['activeTab', 'scripting', 'storage', 'unlimitedStorage'])
    expect(host_permissions ?? []).toEqual([])
    expect(content_scripts ?? []).toEqual([])
    expect(optional_permissions).toEqual(build === 'chrome-mv3' ? ['downloads', 'offscreen'] : ['downloads'])
    expect(optional_host_permissions.toSorted()).toEqual(['http://*/*', 'https://*/*'])
  })

  test('lets pages load the sidebar alone, and its own pages load only what is in it', () => {
    const { web_accessible_resources, content_security_policy } = manifest()
    expect(web_accessible_resources.flatMap((entry: { resources: string[] }) => entry.resources)).toEqual([
      'sidebar.html',
    ])
    expect(content_security_policy.extension_pages).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; connect-src 'self'",
    )
  })

  test('stays within its sizes (gzip)', () => {
    const scriptsOf = (page: string) =>
      [...read(page).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path)
    const filesOf = (page: string) => [page, ...new Set(scriptsOf(page))]
    const sidebar = filesOf('sidebar.html')
    const library = filesOf('library.html')
    expect(Math.min(sidebar.length, library.length)).toBeGreaterThan(2)
    const sizes = {
      gate: kB(['gate.js']),
      reader: kB(['reader.js']),
      background: kB(['background.js']),
      sidebar: kB(sidebar),
      library: kB(library),
    }
    // Of the background 26 kB are the glue of the reading model and its tokenizer, 20 what reads who says what, 5 what reads
    // other programs' files, 3 what makes backups: a worker may load no code late. Of the library 8 are the view of the data.
    const limits = { gate: 8, reader: 45, background: 190, sidebar: 80, library: 200 }
    const over = Object.entries(limits).filter(
      ([name, limit]) => !(sizes[name as keyof typeof sizes] <= limit),
    )
    expect({ over, sizes }).toEqual({ over: [], sizes })
  })

  test('holds the reading model as the code knows it, and nothing of it twice', () => {
    const files = readdirSync(inProject(`${folder}/model`)).toSorted()
    expect(files).toEqual(['outputs.json', 'reader.onnx', 'runtime.wasm', 'tokenizer.json'])
    for (const { path, bytes, sha256 } of Object.values(modelFiles)) {
      const content = readFileSync(inProject(folder + path))
      expect({
        path,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      }).toEqual({
        path,
        bytes,
        sha256,
      })
    }
    const others = readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
      .filter(path => !path.startsWith('model'))
      .reduce((sum, path) => sum + statSync(inProject(`${folder}/${path}`)).size, 0)
    expect(others).toBeLessThan(3_000_000)
  })

  test('holds no source map, no machine path and no code made from text', () => {
    const files = listFiles([folder], /\.(js|html|css)$/)
    expect(files.length).toBeGreaterThan(5)
    const bad = new RegExp(['sourceMapping' + 'URL', '/wo' + 'rk/', 'new Function\\('].join('|'))
    expect(files.filter(({ text }) => bad.test(text)).map(({ path }) => path)).toEqual([])
  })
})

test('what a retrained model must be is written down beside its recipe', () => {
  const sums = readFileSync(inProject('model/SHA256SUMS'), 'utf8').trim().split('\n')
  const { reader, tokenizer } = modelFiles
  expect(sums).toEqual([reader, tokenizer].map(({ path, sha256 }) => `${sha256}  ../public${path}`))
})
