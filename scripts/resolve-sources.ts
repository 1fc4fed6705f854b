/**
 * Lets a script that node runs import the extension's own code: there a file is named without its ending, as the
 * bundler wants it. `import './resolve-sources.ts'` first, then `await import('../utils/…')`.
 */
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

registerHooks({
  resolve(specifier, context, next) {
    const isNamedWithout = /^\.{1,2}\//.test(specifier) && !/\.(ts|m?js|json)$/.test(specifier)
    if (!isNamedWithout || !context.parentURL) return next(specifier, context)
    const url = new URL(`${specifier}.ts`, context.parentURL)
    return next(existsSync(fileURLToPath(url)) ? url.href : specifier, context)
  },
})
