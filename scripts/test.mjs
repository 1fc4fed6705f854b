/**
 * `npm test`: installs what is missing, builds for both browsers, runs the unit, dom, house and end-to-end tests.
 * The last line is `N passed, N failed` (and `, N skipped`), and the exit code is true to it.
 * Arguments go to vitest: `npm test -- tests/e2e/marks.test.ts`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './ensure-installed.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const projects = ['unit', 'dom', 'house', 'e2e'].map(name => `--project=${name}`)

ensureInstalled(['Chromium', 'Firefox'])
// Node of node_modules comes first: the machine's own may be too old for the tools.
const bin = join(root, 'node_modules', '.bin')
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit', env }).status === 0

if (!run('npm', ['run', '--silent', 'prepare']) || !run('npm', ['run', '--silent', 'build'])) {
  finish({ passed: 0, failed: 1, skipped: 0 })
}

const folder = mkdtempSync(join(tmpdir(), 'sidelight-tests-'))
const report = join(folder, 'report.json')
const isGreen = run('vitest', [
  'run',
  ...projects,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])
const counts = count(report)
rmSync(folder, { recursive: true })
// An error outside of any test fails the run without failing a test.
finish(isGreen || counts.failed > 0 ? counts : { ...counts, failed: 1 })

function count(path) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(path, 'utf8'),
    )
    // A file that could not be loaded fails without a test of its own.
    const broken = testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
    return {
      passed: numPassedTests,
      failed: numFailedTests + broken.length,
      skipped: numPendingTests + numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function finish({ passed, failed, skipped }) {
  process.stdout.write(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`)
  process.exit(failed === 0 && passed > 0 ? 0 : 1)
}
