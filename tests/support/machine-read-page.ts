/** A story about the starter dossier's topic that no dossier has, in invented words: forty sentences. */
export const machineReadAddress = 'http://eveningpost.example/2026/05/04/on-the-line'

/** What a machine should take for claims, and who says so. */
export const telling = {
  ordinary:
    'President Trump goes on using an ordinary iPhone to call his friends, two people who have seen it said on Sunday.',
  warned: 'She said that aides had warned him again and again that foreign services were listening in.',
  two: 'In 2018 the president used two phones, one for calls and one for posts, an official said.',
}

const idle = [
  'The herring is sold by the crate on the quay when the boats come in before dusk.',
  'The evening was mild, and on the bridge a band played until the lamps were lit.',
  'Nobody in the ticket hall looked up when the last train was called.',
  'A baker on the corner had kept two loaves for whoever would come late.',
  'The gulls sat in a row along the roof of the customs house.',
  'It rained a little towards ten, and then it did not.',
]

/** Paragraphs of four sentences each that nothing on file speaks of, no sentence twice. */
const idleParagraphs = (from: number, sentences: number): string[] =>
  Array.from({ length: sentences / 4 }, (_, part) =>
    Array.from({ length: 4 }, (_, at) => {
      const nth = from + part * 4 + at
      return idle[nth % idle.length]?.replace(/\.$/, `, on day ${nth + 1}.`)
    }).join(' '),
  )

const paragraphs = [
  `${telling.ordinary} “He does not change his phones,” said Orla Tamm, a former White House aide. “Nobody can make him.”`,
  `${telling.warned} Tamm told the Morning Ledger that the phones are not swapped every month, whatever the rules say.`,
  telling.two,
  ...idleParagraphs(0, 32),
  'The president waved from the steps on Sunday and went in.',
  'Trump was expected back in the house by Monday.',
]

/** How many sentences it has. */
export const sentenceCount = 40

/** The story with further paragraphs after its own. */
export const makeMachineReadHtml = (
  more: readonly string[] = [],
) => `<!doctype html><html lang="en"><head><title>Trump’s iPhone worries the people who guard the president’s calls</title>
<meta charset="utf-8"><meta property="og:type" content="article"><meta property="og:site_name" content="Evening Post">
<meta property="article:published_time" content="2026-05-04T08:00:00Z"><meta name="author" content="A. Quill">
<style>article { max-width: 620px; font: 18px/1.5 serif; overflow-wrap: anywhere }</style></head><body><article>
<h1>Trump’s iPhone worries the people who guard the president’s calls</h1>
${[...paragraphs, ...more].map(words => `<p>${words}</p>`).join('\n')}
</article></body></html>`

export const machineReadHtml = makeMachineReadHtml()

/** The story made as long as that, in sentences. */
export const makeLongStory = (sentences: number): string =>
  makeMachineReadHtml(idleParagraphs(32, sentences - sentenceCount))
