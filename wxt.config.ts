import { fileURLToPath } from 'node:url'
import { defineConfig } from 'wxt'

/**
 * The runtime's glue names its WebAssembly so that a bundler finds it, and the bundler would write all 14 MB of it into
 * the background's script. It is a file of the package here, and handed to the glue by inference/open-session.
 */
const leaveRuntimeApart = {
  name: 'leave-runtime-apart',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/onnxruntime-web.dist.ort\.wasm\.bundle\.min\.mjs$/.test(id)) return null
    const named = 'new URL("ort-wasm-simd-threaded.wasm",import.meta.url).href'
    if (!code.includes(named)) throw new Error(`${id} does not name its WebAssembly as it used to`)
    return code.replaceAll(named, '"ort-wasm-simd-threaded.wasm"')
  },
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: ({ browser }) => ({
    plugins: [leaveRuntimeApart],
    // What the oldest browsers that the manifest takes understand: nothing is written around it.
    build: { target: browser === 'firefox' ? 'firefox146' : 'chrome130' },
  }),
  hooks: {
    // What runs the reading model comes from its package as it is; only the model itself is kept in the tree.
    'build:publicAssets': (_, files) => {
      const runtime = import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')
      files.push({ absoluteSrc: fileURLToPath(runtime), relativeDest: 'model/runtime.wasm' })
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Sidelight',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab'],
    // Asked for when the reader turns on backups that are written by themselves. `offscreen` asks nothing: only a page can
    // make an address for a file, and in Chromium the background is none.
    optional_permissions: browser === 'firefox' ? ['downloads'] : ['downloads', 'offscreen'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    commands: {
      'toggle-sidebar': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandToggleSidebar__',
      },
      'save-highlight': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_commandSaveHighlight__',
      },
      'next-mark': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandNextMark__' },
      'previous-mark': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commandPreviousMark__',
      },
      // Browsers suggest keys for four at most: the reader may set some.
      'compare-selection': { description: '__MSG_commandCompareSelection__' },
      'next-highlight': { description: '__MSG_commandNextHighlight__' },
      'previous-highlight': { description: '__MSG_commandPreviousHighlight__' },
      'switch-focus': { description: '__MSG_commandSwitchFocus__' },
      'open-library': { description: '__MSG_commandOpenLibrary__' },
      'toggle-highlights': { description: '__MSG_commandToggleHighlights__' },
    },
    content_security_policy: {
      // `blob:`: a picture that is saved as PNG is drawn from our own SVG, in memory.
      // `wasm-unsafe-eval` lets the reading model's runtime be compiled; it lets nothing be made from text.
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; connect-src 'self'",
    },
    // The one resource that pages may load: the sidebar is an extension page in a frame on the article.
    web_accessible_resources: [
      browser === 'firefox'
        ? { resources: ['sidebar.html'], matches: ['http://*/*', 'https://*/*'] }
        : { resources: ['sidebar.html'], matches: ['http://*/*', 'https://*/*'], use_dynamic_url: true },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sidelight@sidelight.example',
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '130' }),
  }),
})
