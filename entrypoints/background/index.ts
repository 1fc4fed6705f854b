import { defineBackground } from 'wxt/utils/define-background'
import type { ExtensionRequests, PageRequests } from '../../utils/messaging/protocol'
import { serve } from '../../utils/messaging/serve'
import { serveReader } from '../../utils/messaging/serve-reader'
import { isReadingRequest } from '../../utils/model/guards'
import { browser } from '../../utils/platform/browser'
import { logFailure } from '../../utils/platform/log'
import { createArrivals } from './arrivals'
import { backUpSoon, noteRevocation } from './backups'
import { runCommand } from './commands'
import { makeExtensionHandlers } from './extension-handlers'
import { setUp } from './lifecycle'
import { makePageHandlers, pageGuards } from './page-handlers'
import { readForPage } from './read-for-page'
import { listenForSidebars, tellSidebars } from './sidebar-ports'
import { leaveSites, reconcileSites } from './sites'
import { makeStores } from './stores'

// Listeners stand before anything is awaited: the worker may have been woken by the very event they are for.
export default defineBackground(() => {
  const stores = makeStores(() => backUpSoon(stores))
  const arrivals = createArrivals(stores)
  const onError = logFailure

  serve<PageRequests>({
    handlers: makePageHandlers(stores),
    guards: pageGuards,
    allows: caller => caller.tab !== null && !caller.isExtensionPage,
    onError,
  })
  serve<ExtensionRequests>({
    handlers: makeExtensionHandlers(stores, arrivals),
    allows: caller => caller.isExtensionPage,
    onError,
  })
  serveReader({
    read: (...asked) => readForPage(stores, ...asked),
    guard: isReadingRequest,
    allows: caller => caller.tab !== null && !caller.isExtensionPage,
    onError,
  })
  listenForSidebars()
  arrivals.resume()

  browser.runtime.onInstalled.addListener(({ reason }) => {
    setUp(stores, reason === 'install').catch(error => logFailure('install', String(error)))
  })
  browser.runtime.onStartup.addListener(() => {
    setUp(stores, false).catch(error => logFailure('start', String(error)))
  })
  browser.permissions.onAdded.addListener(() => {
    reconcileSites()
      .then(() => tellSidebars({ name: 'view/changed', event: {} }))
      .catch(error => logFailure('grant', String(error)))
  })
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    leaveSites(origins).catch(error => logFailure('revocation', String(error)))
    noteRevocation(stores).catch(error => logFailure('revocation', String(error)))
  })
  browser.commands.onCommand.addListener((name, tab) => {
    runCommand(name, tab?.id).catch(error => logFailure(name, String(error)))
  })
  backUpSoon(stores)
})
