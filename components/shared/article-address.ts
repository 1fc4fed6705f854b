/**
 * The address of an article where it may be a link: a dossier is somebody's file, and `javascript:` or `data:`
 * in it must never become something to click. Null where there is none.
 */
export function articleAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
