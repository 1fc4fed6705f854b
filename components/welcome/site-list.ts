import { bareHost } from '../../utils/model/bare-host'

/** Hosts as they are offered: the outlets on file first, then news sites that are not among them. */
export interface SiteList {
  onFile: string[]
  news: string[]
}

/** Granting a host grants what is below it: `blogs.example.org` needs no line of its own beside `example.org`. */
const isCovered = (host: string, by: readonly string[]) =>
  by.some(other => other !== host && host.endsWith(`.${other}`))

const tidy = (hosts: readonly string[]) => [...new Set(hosts.map(bareHost))].sort()

/** Puts both lists in order, without `www.`, without doubles, and without hosts that another one covers. */
export function listSites(outlets: readonly string[], newsSites: readonly string[]): SiteList {
  const all = tidy([...outlets, ...newsSites])
  const isOffered = (host: string) => !isCovered(host, all)
  const onFile = tidy(outlets).filter(isOffered)
  return { onFile, news: tidy(newsSites).filter(host => isOffered(host) && !onFile.includes(host)) }
}
