/**
 * The address of an article where it may be a link: a dossier is somebody's file, and `javascript:` or `data:`
 * in it must never become something to click. Null where there is none.
 */
export function articleAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

/**
 * Where the Internet Archive has a copy of an article, if it has one, nearest to its day of publication: as far as that is
 * known, else the newest. Null for what is a copy there already.
 */
export function archiveAddress(address: string, published: string): string | null {
  const url = new URL(address)
  if (url.hostname === 'web.archive.org') return null
  url.hash = ''
  // Of an interval the first day; a year or a month alone is taken too.
  const [day = ''] = /^\d{4}(-\d\d){0,2}/.exec(published) ?? []
  return `https://web.archive.org/web/${day ? `${day.replaceAll('-', '')}/` : ''}${url.href}`
}
