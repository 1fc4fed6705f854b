/** Where the live blog is served. */
export const liveBlogAddress = 'http://eveningpost.example/live/phone-day'

/** Sentences on what the sample dossier has claims about, in words of their own. */
const telling = [
  'Sorland’s service went on hearing the calls of president Mirela Dovan all through the spring, one analyst maintains.',
  'President Dovan still makes her evening calls on a phone of her own, an aide said on the steps.',
  'The phone that the office issues encrypts every call of the president, a technician insisted.',
  'Parliament must inquire into the president’s calls, said a deputy of the opposition.',
  'There is no sign that Sorland has heard a single call of the president, the ministry repeated.',
]

const things = 'harbour kettle tram ferry baker quay market lantern orchard bridge tower choir'.split(' ')
const deeds = 'waited turned opened closed whistled leaned settled wandered returned paused'.split(' ')
const places =
  'by the water|under the clock|behind the mill|near the old gate|along the rails|at the corner'.split('|')

/** A small generator of numbers (Park and Miller), so that every run reads the same words. */
function makeDice(seed: number): (sides: number) => number {
  let state = seed
  return sides => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

interface LiveBlog {
  html: string
  posts: number
  /** How many sentences something on file may stand to, and the post with the last. */
  telling: number
  lastTelling: number
}

/**
 * A live blog of some `words` words in posts of four sentences, each with a heading and a time. One post in `every`
 * holds a telling sentence, the first posts one each.
 */
export function makeLiveBlog(words = 20_000, every = 10): LiveBlog {
  const dice = makeDice(7)
  const pick = (list: readonly string[]) => list[dice(list.length)] ?? ''
  const sentence = () =>
    `The ${pick(things)} ${pick(deeds)} ${pick(places)} while the ${pick(things)} ${pick(deeds)} and the ${pick(things)} of number ${dice(900)} ${pick(deeds)} ${pick(places)}.`
  const posts: string[] = []
  let written = 0
  let told = 0
  let lastTelling = 0
  while (written < words) {
    const at = posts.length
    const sentences = [sentence(), sentence(), sentence()]
    if (at < 3 || at % every === 0) {
      sentences.splice(1, 0, telling[told % telling.length]?.replace(/\.$/, ` at ${at} past.`) ?? '')
      told += 1
      lastTelling = at
    } else sentences.push(sentence())
    const text = sentences.join(' ')
    written += text.split(' ').length
    posts.push(
      `<section class="post" id="post-${at}"><h2>What happened at ${at}</h2><time datetime="2026-02-03T10:00:00Z">${at}</time><p>${text}</p></section>`,
    )
  }
  const title = 'Live: the president’s phone and those who may have listened to her calls'
  return {
    posts: posts.length,
    telling: told,
    lastTelling,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta name="author" content="A. Quill">
<style>body { margin: 32px; font: 17px/1.5 serif } article { max-width: 620px }</style></head>
<body><article><h1>${title}</h1>${posts.join('\n')}</article></body></html>`,
  }
}
