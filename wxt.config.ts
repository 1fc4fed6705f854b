import { defineConfig } from 'wxt'

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Sidelight',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab'],
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
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
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
