import { readNoun } from './speaker-words'

/** Outlets whose names do not look like it. Others are handed in, or end as outlets' names do. */
const wellKnown =
  'Reuters|AP|Associated Press|AFP|Agence France-Presse|Bloomberg|CNN|BBC|ABC|NBC|CBS|MSNBC|CNBC|NPR|PBS|Fox|C-SPAN|Politico|Axios|' +
  'BuzzFeed|Breitbart|Vox|Slate|Salon|The Hill|The Atlantic|The New Yorker|Newsweek|Time|The Economist|Forbes|Fortune|Wired|Spiegel|' +
  'Der Spiegel|Bild|Le Monde|Le Figaro|TASS|Interfax|Al Jazeera|HuffPost|Huffington Post|The Intercept|The Verge|TechCrunch|' +
  'Motherboard|ProPublica|McClatchy|The Guardian|Kommersant|Yonhap|Kyodo|Xinhua|RT|Sputnik|Haaretz|El País|The Daily Beast|' +
  'Mother Jones|Politifact|Deutsche Welle|Globo|Univision|Telemundo|Meet the Press|Face the Nation|Morning Joe|Insider'

/** "Limmark Herald", "Channel Nine", "Sky News", "Sorland Today". */
const looksLikeOutlet =
  /^(?:Channel|Radio|TV) \S+$|\S (?:Times|Post|Herald|Journal|Tribune|News|Wire|Courier|Gazette|Telegraph|Chronicle|Observer|Press|Today|Magazine|Ledger|Sentinel|Globe|Mirror|Examiner|Inquirer|Dispatch|Register|Star|Sun|Mail|TV|Radio|Television)$/

/** Knows outlets by name, and gives each the one name it goes by. */
export interface OutletNames {
  /** The outlet's name as it is on file, or as it stands in the text without "the"; null where it is no outlet. */
  find(name: string): string | null
}

/** Case, signs and a leading article aside, "New York Times" and "The New York Times" are one. */
export const foldOutlet = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/['’]s$/, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * @param known names of outlets from elsewhere, a dossier's publishers say: they come back as they are spelt there.
 * @param here the outlet being read: an article calls it by the last word of its name as well ("told the Herald").
 */
export function nameOutlets(known: readonly string[], here: string): OutletNames {
  const byName = new Map<string, string>()
  for (const name of wellKnown.split('|')) byName.set(foldOutlet(name), name)
  for (const name of known) byName.set(foldOutlet(name), name)
  const last = here.split(' ').at(-1) ?? ''
  if (looksLikeOutlet.test(here)) byName.set(foldOutlet(last), here)
  if (here) byName.set(foldOutlet(here), here)
  return {
    find(name) {
      const filed = byName.get(foldOutlet(name))
      // "time" and "the hill" are words, "Time" is a magazine.
      if (filed) return /^\p{Ll}/u.test(name.replace(/^the /i, '')) && !known.includes(filed) ? null : filed
      const bare = name.replace(/^the /i, '').replace(/['’]s$/, '')
      return looksLikeOutlet.test(bare) && readNoun(bare.split(' ')[0] ?? '')?.kind !== 'person' ? bare : null
    },
  }
}
