import type { LeftOut } from '../model/comparison'
import type { ClaimOnFile } from '../model/reading'
import { countSources } from './count-sources'
import { foldName } from './fold-name'
import { groupBySource } from './group-by-source'
import type { Stance } from './make-stance'
import { subjectOf } from './make-stance'
import { compareValues } from './parts/compare-values'
import type { Part, Value } from './parts/part'
import { quotePart, type ReadStatement, readStatements, toStatement } from './parts/read-statement'
import { splitTokens } from './parts/split-tokens'
import { type DossierTerms, rarity } from './read-profiles'
import { stemWord } from './stem-word'
import { isFamily, type Term, type TermReader } from './terms'
import { leftOutLimits } from './weights'

interface Context {
  /** The question's own words are nobody's news. */
  question: string
  /** Reads terms as the dossier groups them: a "handset" is not left out where both say "phone". */
  readTerms: TermReader
  /** Null where the dossier has no profile: then no plain words are listed. */
  terms: DossierTerms | null
}

/** Something that others have, with the stances that have it. */
interface Item {
  kind: LeftOut['kind']
  text: string
  value: Value | null
  rarity: number
  stances: Set<Stance>
}

/** Most telling first: who, how many, when, how sure; a plain word last. */
const tellingOrder: readonly LeftOut['kind'][] = ['name', 'number', 'time', 'hedge', 'word']

/**
 * What both statements leave out: names, numbers, times, hedges and telling words that other claims on file have, each
 * with how many sources have it. Those of most sources first, then the most telling kind, then the rarest. A denial is
 * no item of its own: positions say it. That something is left out says nothing about anybody: it is on file elsewhere.
 * @param pair the two stances compared
 * @param others on the same question and subject, without the two
 */
export function findLeftOut(
  pair: readonly [Stance, Stance],
  others: readonly Stance[],
  context: Context,
): LeftOut[] {
  const all = [...pair, ...others]
  const reads = readStatements(all.map(({ claim }) => toStatement(claim)))
  const own = reads.slice(0, 2)
  const items: Item[] = []
  for (const [index, stance] of others.entries()) {
    const read = reads[index + 2]
    for (const part of read?.parts ?? []) {
      if (read && isListed(part) && !isNamed(part.value, stance.claim.speaker.name))
        addPart(items, read, part, stance)
    }
  }
  const fresh = items.filter(
    item => !own.some(read => hasPart(read, item)) && !isNamed(item.value, subjectOf(pair[0].claim)),
  )
  for (const item of fresh) item.rarity = context.terms ? rarityOf(item, context.terms) : 0
  const plain = context.terms ? listWords(pair, others, fresh, { ...context, terms: context.terms }) : []
  const ranked = [...fresh, ...plain]
    .map(item => ({ item, counts: countSources([...item.stances]) }))
    .filter(({ item, counts }) => item.kind !== 'word' || counts.sources >= leftOutLimits.sourcesOfWord)
    .sort(
      (a, b) =>
        b.counts.sources - a.counts.sources ||
        tellingOrder.indexOf(a.item.kind) - tellingOrder.indexOf(b.item.kind) ||
        b.item.rarity - a.item.rarity ||
        (a.item.text < b.item.text ? -1 : 1),
    )
  const words = ranked.filter(({ item }) => item.kind === 'word').slice(0, leftOutLimits.words)
  const chosen = ranked.filter(one => one.item.kind !== 'word' || words.includes(one))
  return chosen.slice(0, leftOutLimits.shown).map(({ item: { kind, text, stances }, counts }) => ({
    kind,
    text,
    counts,
    by: listNearest([...stances]),
  }))
}

/** "one", "the second", "for weeks" tell nothing without what stands around them. */
function isListed({ kind, value }: Part): boolean {
  if (value.is === 'figure') return value.dimension !== 'rank' && value.max !== 1
  if (value.is === 'length') return value.maxDays < value.minDays * 10
  return kind !== 'denial'
}

/** One item for what means the same, however written; the longest name is shown. */
function addPart(items: Item[], read: ReadStatement, part: Part, stance: Stance): void {
  const text = quotePart(read, part)
  const known = items.find(({ value }) => value && compareValues(value, part.value) === 'same')
  if (!known) {
    items.push({ kind: part.kind, text, value: part.value, rarity: 0, stances: new Set([stance]) })
    return
  }
  known.stances.add(stance)
  if (part.kind === 'name' && text.length > known.text.length)
    Object.assign(known, { text, value: part.value })
}

/** Whether a statement has it: the same, or more or less exactly. */
const hasPart = ({ parts }: ReadStatement, { value }: Item): boolean =>
  value !== null &&
  parts.some(part => {
    const standing = compareValues(part.value, value)
    return standing !== null && standing !== 'differs'
  })

/** Whether a name is that of the speaker, who names himself in "…, he says", or of whom all of it is about. */
const isNamed = (value: Value | null, name: string): boolean =>
  value?.is === 'name' &&
  compareValues(value, { is: 'name', words: foldName(name).split(' '), place: null }) === 'same'

/** A name is as rare as the rarest of its words. */
const rarityOf = ({ value }: Item, terms: DossierTerms): number =>
  value?.is === 'name' ? Math.max(...value.words.map(word => rarity(stemWord(word), terms))) : 0

/** Telling words that several others have: no small words, none of a part, none that the two or the question have. */
function listWords(
  pair: readonly [Stance, Stance],
  others: readonly Stance[],
  parts: readonly Item[],
  { question, readTerms, terms }: Context & { terms: DossierTerms },
): Item[] {
  const known = new Set([
    ...[question, ...pair.map(({ claim }) => claim.statement)].flatMap(text => [...readTerms(text).keys()]),
    ...[...parts.map(({ text }) => text), ...pair.map(({ claim }) => subjectOf(claim))].flatMap(wordsOf),
  ])
  const items = new Map<Term, Item>()
  for (const stance of others) {
    for (const [term, word] of readTerms(stance.claim.statement)) {
      if (isFamily(term) || known.has(term) || !/^[a-z]{4,}$/.test(word)) continue
      // A word of a family that the two have is the same in other words.
      if ([...readTerms(word).keys()].some(each => isFamily(each) && known.has(each))) continue
      const item = items.get(term) ?? {
        kind: 'word',
        text: word,
        value: null,
        rarity: rarity(term, terms),
        stances: new Set(),
      }
      items.set(term, item)
      item.stances.add(stance)
    }
  }
  const most = others.length * leftOutLimits.shareOfWord
  return [...items.values()].filter(
    item => item.rarity >= leftOutLimits.rarityOfWord && item.stances.size <= most,
  )
}

const wordsOf = (text: string): string[] => splitTokens(text).map(({ stem }) => stem)

/** Of each source the claim that is nearest to it. */
const listNearest = (stances: readonly Stance[]): LeftOut['by'] =>
  groupBySource(stances)
    .flatMap(group => group.toSorted(byNearness).slice(0, 1))
    .sort(byNearness)
    .slice(0, leftOutLimits.claimsPerItem)
    .map(({ claim }) => ({ claim: claim.id, chain: listHands(claim) }))

const byNearness = (a: Stance, b: Stance): number =>
  a.claim.chain.length - b.claim.chain.length || (a.claim.id < b.claim.id ? -1 : 1)

/** Who told whom, the speaker first. */
const listHands = ({ speaker, chain }: ClaimOnFile): string[] =>
  [speaker.name, ...chain].filter((name, index, all) => name !== all[index - 1])
