/** Countries as they and their people are called, folded; each list begins with the key. */
const countries = [
  'united states|us|usa|america|american|americans',
  'united kingdom|uk|britain|great britain|british|briton|britons',
  'russia|russian|russians',
  'china|chinese',
  'germany|german|germans',
  'france|french',
  'israel|israeli|israelis',
  'iran|iranian|iranians',
  'north korea|north korean|north koreans',
  'south korea|south korean|south koreans',
  'turkey|turkish|turk|turks|turkiye',
  'spain|spanish|spaniard|spaniards',
  'italy|italian|italians',
  'brazil|brazilian|brazilians',
  'mexico|mexican|mexicans',
  'india|indian|indians',
  'pakistan|pakistani|pakistanis',
  'japan|japanese',
  'australia|australian|australians',
  'canada|canadian|canadians',
  'poland|polish|pole|poles',
  'hungary|hungarian|hungarians',
  'ukraine|ukrainian|ukrainians',
  'netherlands|dutch',
  'belgium|belgian|belgians',
  'denmark|danish|dane|danes',
  'sweden|swedish|swede|swedes',
  'norway|norwegian|norwegians',
  'finland|finnish|finn|finns',
  'greece|greek|greeks',
  'morocco|moroccan|moroccans',
  'rwanda|rwandan|rwandans',
  'south africa|south african|south africans',
  'indonesia|indonesian|indonesians',
  'philippines|philippine|filipino|filipinos',
  'saudi arabia|saudi|saudis',
  'egypt|egyptian|egyptians',
  'iraq|iraqi|iraqis',
  'cuba|cuban|cubans',
  'switzerland|swiss',
  'austria|austrian|austrians',
  'european union|eu',
  'united nations|un',
]
const places = new Map(
  countries.flatMap(line => {
    const [key = '', ...others] = line.split('|')
    return [key, ...others].map(name => [name, key] as const)
  }),
)

/** The country that a folded name means, it or its people; null for every other name. */
export const placeOf = (name: string): string | null => places.get(name) ?? null

/** What an institution is called by: its "of" belongs to its name, and alone it does not tell which one. */
export const isInstitution = (word: string): boolean => institutions.has(word)
const institutions = new Set(
  `academy agency army association authority bank board bureau cabinet center centre chamber church city college
  commission committee congress council court department embassy federation force group guard house institute
  journal kingdom league ledger ministry news office order parliament party post republic school secretary senate
  service staff states tribune telegraph times union university gazette herald courier wire radio`
    .split(/\s+/)
    .filter(Boolean),
)

/** Offices before a name ("Trade Minister Ilo Brandt"), and what may stand before them at a sentence's start. */
export const isOffice = (word: string): boolean => offices.has(word)
const offices = new Set(
  `president chancellor premier minister prime vice senator sen representative rep governor gov secretary mr mrs ms dr
  sir lord dame lady judge gen general col colonel adm admiral capt captain lt sgt prof professor king queen prince
  princess pope mayor congressman congresswoman ambassador director chief spokesman spokeswoman former acting deputy
  ex attorney speaker justice retired expert foreign interior defence defense finance trade press`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words that begin sentences and name nobody, besides stop words, adverbs in "-ly" and plurals. */
export const isCommonStart = (word: string): boolean => common.has(word)
const common = new Set(
  `according alone already although anybody anyone anything back beside besides better both by calling
 cell cellphone conversation current device early eavesdropping either else encryption even
 every everybody everyone everything evidence exchanging few foreign former four five six seven eight nine ten eleven
 twelve twenty thirty forty fifty hundred government half hacking handset hardly however in information inside
 intelligence intruding investigation investigators just kept last late later leaked least less like likely listening
 little local long making many mail meanwhile mobile modern moreover most national neither never next no
 nobody nor not nothing now old once one only opposition ordinary others otherwise over parliament past people
 perhaps phone police possible present private proof public quite rather recent reporting researchers secret
 senior several since so some somebody someone something soon spokesman spokeswoman spying spyware staff still
 suspected tapping technology telephone texts then there these thieves three thus today tomorrow tonight traffic two
 unlike using warned whatever when where whether while whoever with within without work worried writing
 yesterday yet allegedly alleged reportedly access advice aides`
    .split(/\s+/)
    .filter(Boolean),
)
