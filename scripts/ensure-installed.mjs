/**
 * Sees to what a fresh clone lacks: the dependencies, and the two browsers that tests and sample need.
 * Plain Node 20, without dependencies: it runs before there are any.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Commands that will do, the environment variable that comes before them, and Debian's package. */
const knownBrowsers = {
  Chromium: { commands: ['chromium', 'chromium-browser'], variable: 'CHROMIUM', package: 'chromium' },
  Firefox: { commands: ['firefox-esr', 'firefox'], variable: 'FIREFOX', package: 'firefox-esr' },
}

/**
 * Installs what is missing. Where a browser cannot be installed from here, names what to install and ends the
 * process with 1.
 * @param {('Chromium' | 'Firefox')[]} browsers
 */
export function ensureInstalled(browsers) {
  if (!areDependenciesInstalled()) {
    say('Installing the dependencies (npm ci) …')
    run('npm', ['ci'])
  }
  const missing = browsers.filter(name => !isBrowserInstalled(name))
  if (missing.length === 0) return
  const packages = missing.map(name => knownBrowsers[name].package)
  if (!isRootOnDebian()) {
    say(`Missing: ${missing.join(' and ')}.`)
    for (const name of missing) {
      const { package: debian, variable } = knownBrowsers[name]
      say(`  ${name}: install it (Debian's package is ${debian}), or set ${variable} to the path of one.`)
    }
    process.exit(1)
  }
  say(`Installing ${packages.join(' and ')} …`)
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    DEBIAN_FRONTEND: 'noninteractive',
  })
}

/** Every dependency that package.json names stands there in the version it names. */
function areDependenciesInstalled() {
  const { dependencies = {}, devDependencies = {} } = readJson(join(root, 'package.json'))
  return Object.entries({ ...dependencies, ...devDependencies }).every(([name, version]) => {
    const path = join(root, 'node_modules', name, 'package.json')
    return existsSync(path) && readJson(path).version === version
  })
}

function isBrowserInstalled(name) {
  const { commands, variable } = knownBrowsers[name]
  const chosen = process.env[variable]
  const folders = (process.env.PATH ?? '').split(delimiter)
  return (chosen ? [chosen] : commands).some(command =>
    (isAbsolute(command) ? [command] : folders.map(folder => join(folder, command))).some(isExecutable),
  )
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function run(command, args, environment = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  if (status !== 0) {
    say(`${command} ${args.join(' ')} failed.`)
    process.exit(1)
  }
}

const readJson = path => JSON.parse(readFileSync(path, 'utf8'))
const say = line => process.stdout.write(`${line}\n`)
