/**
 * `npm start`: installs what is missing, builds, and opens a Chromium with Sidelight on a sample article.
 * Plain Node 20: it runs on a fresh clone.
 */
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './ensure-installed.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')

ensureInstalled(['Chromium'])
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
for (const [command, ...args] of [
  ['npm', 'run', '--silent', 'prepare'],
  ['npm', 'run', '--silent', 'build'],
  // Node of node_modules takes TypeScript as it is.
  ['node', join('scripts', 'open-sample.ts')],
]) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}
