/**
 * The words by which speakers are told apart. English only: in other languages speakers keep the words that the article
 * has for them.
 */
const wordsOf = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(/\s+/))

/** What a person is called by office, trade or part in the story; singular. */
const personNouns = wordsOf(
  'official spokesman spokeswoman spokesperson minister president premier chancellor senator lawmaker legislator',
  'congressman congresswoman representative governor mayor secretary director chief head leader chairman chairwoman',
  'chair commissioner ambassador diplomat envoy adviser advisor aide analyst expert specialist researcher scientist',
  'professor historian economist engineer technician lawyer attorney judge prosecutor investigator detective officer',
  'general admiral colonel commander captain lieutenant sergeant soldier sailor agent operative executive founder owner',
  'manager chairperson consultant strategist pollster staffer staff member employee worker colleague counterpart',
  'reporter journalist editor columnist correspondent anchor host author writer critic supporter voter ally friend',
  'opponent rival activist advocate candidate nominee delegate donor insider source person witness victim resident',
  'neighbour neighbor driver bodyguard predecessor successor deputy assistant king queen prince princess sultan pope',
  'bishop pastor sheriff doctor nurse teacher student man woman boy girl father mother son daughter husband wife',
  'brother sister veteran passenger customer user hacker tuner accountant banker businessman ceo participant attendee',
  'speaker counsel architect planner academic scholar commentator contractor vendor guard whistleblower individual',
)

/** What a body is called, alone or in its name. */
const bodyNouns = wordsOf(
  'office department ministry agency bureau service services centre center council committee commission court party',
  'government administration parliament congress senate house cabinet palace company firm corporation inc ltd corp group',
  'union association federation foundation institute institution university college school bank police army navy force',
  'embassy regulator authority board campaign team telecom mobile wireless systems laboratory labs lab society league',
  'alliance coalition organisation organization church hospital mission guard command headquarters secretariat directorate',
  'kremlin chancellery pentagon treasury nato industries technologies start-up startup maker carrier',
  'branch unit division watchdog panel delegation republic kingdom',
)

/** What an outlet is called, where it is not named. */
const outletNouns = wordsOf(
  'newspaper paper magazine broadcaster network channel station website site outlet daily weekly tabloid broadsheet',
  'publication journal blog podcast programme',
)

/** Something written that speaks. */
const paperNouns = wordsOf(
  'report memo letter document documents bulletin order statement study survey poll review filing complaint indictment',
  'lawsuit transcript email e-mail leak records record paper papers article post tweet slide slides',
)

const irregular: Record<string, string> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  wives: 'wife',
  police: 'police',
  spokesmen: 'spokesman',
  spokeswomen: 'spokeswoman',
  congressmen: 'congressman',
  folks: 'person',
}

export type NounKind = 'person' | 'body' | 'outlet' | 'paper'

/** What a noun is a word for, in the singular, and whether it stands for several; null where it is none of ours. */
export function readNoun(word: string): { noun: string; kind: NounKind; isPlural: boolean } | null {
  const lower = word.toLowerCase()
  const known = irregular[lower]
  if (known) return { noun: known, kind: known === 'police' ? 'body' : 'person', isPlural: true }
  const kind = kindOf(lower)
  if (kind) return { noun: lower, kind, isPlural: false }
  const singulars = [lower.replace(/ies$/, 'y'), lower.replace(/es$/, ''), lower.replace(/s$/, '')]
  for (const noun of singulars) {
    const kind = noun === lower ? null : kindOf(noun)
    if (kind) return { noun, kind, isPlural: true }
  }
  return null
}

function kindOf(noun: string): NounKind | null {
  if (personNouns.has(noun)) return 'person'
  if (outletNouns.has(noun)) return 'outlet'
  if (bodyNouns.has(noun)) return 'body'
  return paperNouns.has(noun) ? 'paper' : null
}

/** Forms of address, with or without a full stop. */
export const honorific = /^(?:Mr|Mrs|Ms|Mx|Miss|Dr|Sir|Lord|Lady|Dame|Madam|Mme)\.?$/
/** Offices as they are shortened before a name. */
export const shortOffice: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  gen: 'general',
  col: 'colonel',
  lt: 'lieutenant',
  capt: 'captain',
  cmdr: 'commander',
  adm: 'admiral',
  sgt: 'sergeant',
  prof: 'professor',
}

/** Words that begin sentences with a capital and are no names. */
const noNames = wordsOf(
  'the a an but and or nor so yet in on at by for from to of with as if when while after before since until although',
  'though because he she they it we i you his her their its our my your this that these those there here what who whom',
  'which whose why how where one two three four five six seven eight nine ten some several many most few all both each',
  'every another other others no not only even still also just then now later earlier meanwhile however according asked',
  'told said says yes well oh nobody everyone everybody anyone someone nothing something more less much such between',
  'during under over against about among through without within despite like unlike once again instead perhaps maybe',
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september',
  'october november december former senior deputy acting experts officials sources people aides advisers critics',
)

export const isNoName = (word: string): boolean => noNames.has(word.toLowerCase())

export type Gender = 'he' | 'she'

/** Given names that say enough about whom "he" and "she" can mean: the most frequent in English-language news. */
const givenNames: Readonly<Record<Gender, ReadonlySet<string>>> = {
  he: wordsOf(
    'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark',
    'donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary',
    'nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander patrick jack',
    'dennis jerry peter bill jim mike joe tom ted mitch barack bernie vladimir emmanuel boris keir sean todd marco rex',
  ),
  she: wordsOf(
    'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley',
    'kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen',
    'amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet',
    'catherine maria heather diane ruth julie olivia hillary angela theresa kellyanne melania ivanka nikki hanna ingrid',
  ),
}

/** Whom the words before or of a name can mean, or null. */
export function genderOf(words: string): Gender | null {
  if (
    /\b(?:Mr|Sir|Lord)\b|\b\w*(?:spokes|chair|congress|business)man\b|\b(?:king|prince|father|husband|brother|son|boy|man|sultan|pope)\b/i.test(
      words,
    )
  )
    return 'he'
  if (
    /\b(?:Mrs|Ms|Miss|Lady|Dame|Madam|Mme)\b|\b\w*(?:spokes|chair|congress|business)woman\b|\b(?:queen|princess|mother|wife|sister|daughter|girl|woman)\b/i.test(
      words,
    )
  )
    return 'she'
  const first = words.trim().split(/\s+/)[0]?.toLowerCase() ?? ''
  return givenNames.he.has(first) ? 'he' : givenNames.she.has(first) ? 'she' : null
}
