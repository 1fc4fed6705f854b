/** Whether a match pattern of the browser (`https://*.example.org/*`) fits an address. Grants know no paths. */
export function fitsPattern(
  pattern: string,
  { protocol, hostname }: { protocol: string; hostname: string },
): boolean {
  if (pattern === '<all_urls>') return true
  const [scheme = '', rest = ''] = pattern.split('://')
  const host = rest.replace(/\/.*$/, '').replace(/:\d+$/, '')
  if (scheme !== '*' && `${scheme}:` !== protocol) return false
  const bare = host.replace(/^\*\./, '')
  return host === '*' || hostname === bare || (host !== bare && hostname.endsWith(`.${bare}`))
}
