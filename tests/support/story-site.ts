import { readSamplePage, type SampleName } from './sample-pages.ts'

const host = 'http://www.lowland-herald.example'

/** The stories of an invented site, by their paths; the first one's address is on file, the second is off topic. */
export const stories = {
  '/politics/dovan-private-phone': 'herald-private-phone.html',
  '/harbour/festival': 'off-topic-harbour.html',
  '/politics/sorland-denies': 'courier-sorland-denies.html',
} as const satisfies Record<string, SampleName>
export type StoryPath = keyof typeof stories

/** Where the site serves a story. */
export const storyAddress = (path: StoryPath): string => `${host}${path}`

/** A sample page's title, the head around it, and the story itself as HTML. */
function takeApart(name: SampleName) {
  const page = readSamplePage(name)
  const [, head = ''] = /<head>([\s\S]*)<\/head>/.exec(page) ?? []
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(page) ?? []
  const [, story = ''] =
    /<(?:main|article)>([\s\S]*)<\/(?:main|article)>\s*(?:<footer|<\/body)/.exec(page) ?? []
  if (!title || !story) throw new Error(`no story in ${name}`)
  return { head, title, story: story.replace(/<\/?article>/g, '') }
}

/** Room for the sidebar beside the words. */
const style = '<style>main, section { max-width: 640px; margin: 32px }</style>'

/** A story's title and HTML. */
export function readStory(path: StoryPath): { title: string; story: string } {
  const { title, story } = takeApart(stories[path])
  return { title, story: `<article>${story}</article>` }
}

const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

/**
 * A site that is one document: links change the address by `history.pushState`, and the story is written into the page
 * by a script. Of the head only the title follows; description, JSON-LD and canonical stay the first story's, as on many
 * such sites. `?late` in a link's address: the text comes that many ms after the address.
 */
export function makeSite(first: StoryPath): string {
  const all = Object.fromEntries(
    Object.entries(stories).map(([path, name]) => {
      const { title, story } = takeApart(name)
      return [path, { title, story }]
    }),
  )
  const { head, story } = takeApart(stories[first])
  const links = Object.keys(stories).map(
    path =>
      `<button data-to="${path}">${path}</button><button data-to="${path}" data-late="2500">late</button>`,
  )
  return `<!doctype html><html lang="en"><head>${head}${style}</head><body><nav>${links.join(' ')}
<button id="same">same address</button></nav><main id="app"><article>${story}</article></main>
<script>
const stories = ${inScript(all)}
const app = document.querySelector('#app')
const show = path => {
  document.title = stories[path].title
  app.innerHTML = '<article>' + stories[path].story + '</article>'
}
document.querySelector('nav').addEventListener('click', ({ target }) => {
  const { to, late = 0 } = target.dataset
  if (!to) return
  history.pushState({}, '', to)
  if (late) setTimeout(() => show(to), Number(late))
  else show(to)
})
addEventListener('popstate', () => show(location.pathname))
</script></body></html>`
}

/** One document with several stories, as endless scrolling leaves it: the address follows what is in view. */
export function makeEndlessSite(paths: readonly StoryPath[]): string {
  const parts = paths.map(path => ({ path, ...takeApart(stories[path]) }))
  const sections = parts.map(
    ({ path, title, story }) => `<section data-path="${path}" data-title="${title}">${story}</section>`,
  )
  return `<!doctype html><html lang="en"><head>${parts[0]?.head}${style}</head><body>${sections.join('\n')}
<div style="height: 900px"></div>
<script>
const parts = [...document.querySelectorAll('section')]
addEventListener('scroll', () => {
  const at = parts.findLast(part => part.getBoundingClientRect().top < innerHeight / 2) ?? parts[0]
  if (location.pathname === at.dataset.path) return
  document.title = at.dataset.title
  history.replaceState({}, '', at.dataset.path)
}, { passive: true })
</script></body></html>`
}
