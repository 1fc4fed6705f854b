import { checkBackup } from '../exchange/backup'
import { checkClaim } from '../exchange/check-references'
import { type Fault, failWith } from '../exchange/describe-faults'
import { createDossierReader, type DossierPortion, type DossierReader } from '../exchange/dossier-reader'
import { parseJson } from '../exchange/parse-json'
import { mayBeForeign, readForeign } from '../exchange/read-foreign'
import { fileLimit } from '../exchange/weights'
import type { ImportProgress } from '../model/backup'
import type { Article, Claim } from '../model/dossier'
import { settle } from '../model/failure-error'
import type { ArticleId } from '../model/ids'
import type { DossierHead, DossierStaging, DossierTopic } from '../model/ports'
import { fail, type Result, succeed } from '../model/result'
import { type BackupPorts, importBackup, previewBackup } from './import-backup'
import { importForeign, previewForeign } from './import-foreign'
import { makePreparedDossier, type PreparedFile } from './prepare-dossier'

const wrongFormat = () => fail('bad-input', 'format: must be "dossier" or "sidelight-backup"')
const tooLarge = () => fail('bad-input', 'the file is larger than any backup')
const done = succeed(undefined)

/**
 * Takes a file in portion by portion: a backup or a dossier, whichever it says it is, or highlights of another program.
 * However large a dossier is, memory holds one portion. Bad input names the path of the first fault and of those near it, or the line and
 * column where the text is no JSON.
 *
 * Claims are filed by what stands beside them (questions, topic, articles). Where the file has that only after its
 * claims, `finish` asks for the file once more, and the claims are taken in then.
 * After a failure, and where the reader cancels, `abandon` ends it.
 */
export function createFileImport(ports: BackupPorts) {
  let reader = createDossierReader()
  let staging: DossierStaging | null = null
  /** The text so far, as long as it may be a backup: that is read as a whole. */
  let kept: string[] | null = []
  let keptLength = 0
  /** Of a file that is read a second time, what the first time brought. */
  let known: DossierHead | null = null
  let topic: DossierTopic | null = null
  let questions: ReadonlySet<string> = new Set()
  /** It said so when it came for the first time. */
  let isDossier = false
  /** Its lists began before it said what it is, or its claims before what they are filed by: these come again. */
  let isUnnamed = false
  let isSkipping = false
  /** It may be highlights of another program, which are read as a whole. */
  let isForeign = false
  const progress: ImportProgress = { articles: 0, claims: 0 }

  const takeIn = async (text: string): Promise<Result<ImportProgress>> => {
    const { portion, faults, broken } = reader.push(text)
    const isBackup = keepText(reader, text)
    if (isBackup) return succeed({ ...progress })
    if (broken !== null) {
      // No dossier: what else it may be shows when it has ended.
      isForeign ||= reader.format() === undefined && kept !== null && mayBeForeign(kept[0] ?? '')
      if (!isForeign) return refuse(broken)
      return kept ? succeed({ ...progress }) : tooLarge()
    }
    if (faults.length > 0) return failWith(faults)
    const taken = await takePortion(portion)
    return taken.ok ? succeed({ ...progress }) : taken
  }

  /** A file's own word of what it is decides. True for a backup. */
  function keepText({ format }: DossierReader, text: string): boolean {
    if (format() === 'dossier') kept = null
    kept?.push(text)
    keptLength += text.length
    if (keptLength > fileLimit) kept = null
    return format() === 'sidelight-backup'
  }

  async function takePortion({ articles, claims }: DossierPortion): Promise<Result<void>> {
    const format = reader.format() ?? (isDossier ? 'dossier' : undefined)
    if (format !== undefined && format !== 'dossier') return wrongFormat()
    if (format === undefined || isUnnamed) {
      isUnnamed ||= articles.length + claims.length > 0
      return done
    }
    staging ??= await ports.corpus.stageDossier()
    if (articles.length > 0 && !known) {
      progress.articles += articles.length
      const added = await staging.addArticles(articles)
      if (!added.ok) return added
    }
    if (claims.length === 0) return done
    if (!topic && !isSkipping) openTopic(known ?? reader.topic())
    if (!topic) {
      isSkipping = true
      return done
    }
    return takeClaims(staging, claims)
  }

  function openTopic(found: DossierTopic | null): void {
    topic = found
    if (!topic) return
    questions = new Set(topic.questions.map(({ id }) => id))
    staging?.openClaims(topic)
  }

  async function takeClaims(into: DossierStaging, claims: Claim[]): Promise<Result<void>> {
    const articles = await into.findArticles([...new Set(claims.map(({ article }) => article))])
    const faults = claims.flatMap((claim, index) => checkAt(claim, articles, progress.claims + index))
    if (faults.length > 0) return failWith(faults)
    progress.claims += claims.length
    return into.addClaims(claims.map(claim => ({ claim, article: articles.get(claim.article) ?? null })))
  }

  const checkAt = (claim: Claim, articles: ReadonlyMap<ArticleId, Article>, index: number): Fault[] =>
    checkClaim(claim, articles.get(claim.article), questions, `claims[${index}]`)

  /** Null where it is of no other program either. */
  async function finishForeign(text: string): Promise<Result<PreparedFile> | null> {
    const read = readForeign(text, ports.clock.nowMs())
    if (!read?.ok) return read
    const file = read.value
    return succeed({
      preview: await previewForeign(ports, file),
      held: null,
      take: () => settle(() => importForeign(ports, file)),
    })
  }

  /** Not an object at all, or broken JSON. */
  const refuse = (broken: string) =>
    broken === 'the file must be an object' ? wrongFormat() : fail('bad-input', broken)

  async function finishBackup(text: string): Promise<Result<PreparedFile>> {
    const parsed = parseJson(text)
    const checked = parsed.ok ? checkBackup(parsed.value) : parsed
    if (!checked.ok) return checked
    const backup = checked.value
    return succeed({
      preview: await previewBackup(ports, backup),
      held: null,
      take: async () => {
        const report = await importBackup(ports, backup)
        return report.ok ? succeed({ format: 'sidelight-backup', report: report.value }) : report
      },
    })
  }

  async function finishDossier(
    head: DossierHead,
    onShare?: (share: number) => void,
  ): Promise<Result<PreparedFile>> {
    staging ??= await ports.corpus.stageDossier()
    if (!topic) openTopic(head)
    const prepared = await staging.prepare(head, onShare)
    return prepared.ok ? succeed(await makePreparedDossier(ports, prepared.value)) : prepared
  }

  const finish = async (onShare?: (share: number) => void): Promise<Result<PreparedFile | 'again'>> => {
    if (reader.format() === 'sidelight-backup') {
      return kept ? finishBackup(kept.join('')) : tooLarge()
    }
    const { broken, faults, head } = reader.end()
    if (reader.format() === undefined && kept !== null) {
      const taken = await finishForeign(kept.join(''))
      if (taken) return taken
    }
    if (broken !== null) return refuse(broken)
    if (reader.format() !== 'dossier') return wrongFormat()
    if (faults.length > 0) return failWith(faults)
    if (isUnnamed || isSkipping) {
      if (isSkipping) known = head
      isDossier = true
      kept = null
      isUnnamed = false
      isSkipping = false
      reader = createDossierReader()
      return succeed('again')
    }
    return finishDossier(head, onShare)
  }

  return {
    push: (text: string): Promise<Result<ImportProgress>> => settle(() => takeIn(text)),
    /**
     * Nothing is changed yet: that is for what it gives.
     * @param onShare told from time to time how much is put in order, 0..1
     */
    finish: (onShare?: (share: number) => void) => settle(() => finish(onShare)),
    /** Whatever is under way ends without changing anything, unless it has changed it already. */
    cancel: (): void => staging?.cancel(),
    /** Nothing was changed. Does nothing after the end. */
    abandon: async (): Promise<void> => staging?.abandon(),
  }
}
