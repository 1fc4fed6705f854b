import { bareHost } from '../model/bare-host'

/**
 * The one spelling of a site, by which it is switched off: host name in lower case, without port and `www.`.
 * '' where the address is none of the web.
 */
export const siteOf = (address: string): string =>
  /^https?:/i.test(address) && URL.canParse(address) ? siteOfHost(new URL(address).hostname) : ''

/** The same for a host as pages and lists name it. */
export const siteOfHost = (host: string): string => bareHost(host.replace(/:\d+$/, ''))
