import type { CorpusPort } from '../model/ports'

/** Host names of the articles on file, without `www.`, in the order of the alphabet: where Sidelight has something to show. */
export async function listOutletHosts({ corpus }: { corpus: CorpusPort }): Promise<string[]> {
  const dossiers = await Promise.all((await corpus.listDossiers()).map(({ id }) => corpus.loadDossier(id)))
  const addresses = dossiers.flatMap(dossier => dossier?.articles.map(({ url }) => url) ?? [])
  const hosts = addresses.filter(url => url !== null).map(url => new URL(url).hostname.replace(/^www\./, ''))
  return [...new Set(hosts)].sort()
}
