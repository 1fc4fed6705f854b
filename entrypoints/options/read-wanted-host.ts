/** The one site that `options.html?grant=<host>` is to ask for; null where it names none, or more than one. */
export function readWantedHost(search: string): string | null {
  const host = new URLSearchParams(search).get('grant')
  // A star is a host name to `URL`, and every site to the browser.
  if (!host || host.includes('*') || !URL.canParse(`http://${host}/`)) return null
  return new URL(`http://${host}/`).hostname === host ? host : null
}
