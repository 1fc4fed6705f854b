import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** A page with `drawTimeline` in it (timeline-page.tsx) and the styles of a sidebar, bundled as the extension is. */
export async function makeTimelinePage(): Promise<string> {
  const built = await build({
    configFile: false,
    root: inProject('.'),
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: inProject('tests/support/timeline-page.tsx'), formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const script = output && 'output' in output ? output.output[0].code : ''
  const styles = ['shared/tokens', 'shared/shared', 'shared/controls', 'timeline/timeline']
    .map(name => readFileSync(inProject(`components/${name}.css`), 'utf8'))
    .join('\n')
  const own = 'body { margin: 24px; background: var(--card); color: var(--ink); font: 13px / 1.45 var(--ui) }'
  // A script's text ends at the first "</script", wherever it stands.
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>timeline</title><style>${styles} ${own}</style><main></main><script type="module">${script.replaceAll('</script', '<\\/script')}</script></html>`
}
