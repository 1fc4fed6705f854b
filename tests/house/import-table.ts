/** Who may import whom. A name ending in `/` is a room and all in it; another is one file or a package. */
export interface Room {
  folder: string
  mayImport: string[]
}

const model = 'utils/model/'
const preact = ['preact', 'preact/hooks']
const words = ['public/_locales/en/messages.json']
const component = (name: string, ...more: string[]): Room => ({
  folder: `components/${name}/`,
  mayImport: [model, 'components/shared/', ...preact, ...more],
})
const page = (name: string, ...more: string[]): Room => ({
  folder: `entrypoints/${name}/`,
  mayImport: [
    model,
    `components/${name}/`,
    'components/shared/',
    'utils/messaging/',
    'utils/platform/',
    ...preact,
    ...more,
  ],
})

export const rooms: Room[] = [
  { folder: 'utils/model/', mayImport: [] },
  { folder: 'utils/reading/', mayImport: [model] },
  { folder: 'utils/matching/', mayImport: [model, 'utils/anchoring/', 'utils/reading/find-terms'] },
  { folder: 'utils/anchoring/', mayImport: [model] },
  { folder: 'utils/exchange/', mayImport: [model, 'utils/anchoring/', 'fflate'] },
  {
    folder: 'utils/services/',
    mayImport: [
      model,
      'utils/reading/',
      'utils/matching/',
      'utils/anchoring/',
      'utils/exchange/',
      'minisearch/SearchableMap',
    ],
  },
  { folder: 'utils/page/', mayImport: [model, 'utils/anchoring/', 'utils/reading/judge-address'] },
  {
    folder: 'utils/corpus/',
    mayImport: [
      model,
      'utils/matching/profile-terms',
      'utils/matching/terms',
      'utils/matching/gather-candidates',
      'utils/matching/summarize-question',
      'utils/matching/parse-interval',
      'utils/matching/fold-name',
      'dexie',
    ],
  },
  {
    folder: 'utils/inference/',
    mayImport: [model, 'utils/platform/in-turn', 'public/model/outputs.json', 'onnxruntime-web/wasm'],
  },
  { folder: 'utils/messaging/', mayImport: [model, 'utils/platform/'] },
  { folder: 'utils/platform/', mayImport: [model, 'webextension-polyfill'] },
  component('shared', ...words),
  // Apart from shared, so that the drawing of time reaches no page's script.
  component('timeline', 'd3-scale', 'd3-selection', 'd3-zoom'),
  // What a highlight's card is made of, in the sidebar and in the library.
  component('highlights'),
  // Claims that the reader makes, and what the reader says of others, in the sidebar and in the library.
  component('claims'),
  component(
    'sidebar',
    'components/timeline/',
    'components/highlights/',
    'components/claims/',
    'utils/messaging/protocol',
    'diff',
  ),
  component('inline'),
  component('popup', 'utils/messaging/protocol'),
  component('welcome'),
  // Files on their way in, in the options and in the library.
  component('arrivals'),
  component('options', 'components/arrivals/'),
  component(
    'library',
    'components/highlights/',
    'components/timeline/',
    'components/claims/',
    'components/arrivals/',
  ),
  page('sidebar'),
  page('popup'),
  page('welcome'),
  page('options', 'utils/corpus/arrival-store', 'utils/corpus/database'),
  page(
    'library',
    'components/claims/',
    'utils/services/',
    'utils/corpus/',
    'utils/exchange/',
    'utils/reading/judge-address',
  ),
  {
    folder: 'entrypoints/hidden/',
    mayImport: [
      model,
      'utils/services/',
      'utils/corpus/',
      'utils/messaging/',
      'utils/platform/',
      'utils/reading/judge-address',
    ],
  },
  {
    folder: 'entrypoints/background/',
    mayImport: [
      model,
      'utils/services/',
      'utils/corpus/',
      'utils/inference/',
      'utils/messaging/',
      'utils/platform/',
      'utils/reading/judge-address',
      'utils/reading/site-of',
      'wxt/utils/define-background',
    ],
  },
  {
    folder: 'entrypoints/gate/',
    mayImport: [
      model,
      'utils/page/collect-facts',
      'utils/page/find-story-in-view',
      'utils/page/holds-paragraphs',
      'utils/page/page-memory',
      'utils/page/shared-world',
      'utils/page/watch-changes',
      'utils/page/watch-navigation',
      'utils/reading/judge-page',
      'utils/reading/judge-address',
      'utils/messaging/',
      'utils/platform/gate-snapshot',
      'utils/platform/log',
      'utils/platform/native-browser',
      'wxt/utils/define-unlisted-script',
    ],
  },
  {
    folder: 'entrypoints/room/',
    mayImport: ['utils/page/try-room', 'wxt/utils/define-unlisted-script'],
  },
  {
    folder: 'entrypoints/reader/',
    mayImport: [
      model,
      'components/inline/',
      'components/shared/',
      'utils/page/',
      'utils/anchoring/',
      'utils/messaging/',
      'utils/platform/translate',
      'utils/platform/native-browser',
      ...preact,
      'wxt/utils/define-unlisted-script',
    ],
  },
]
