import { type PairComparison, partKinds } from '../../utils/model/comparison'
import type { Position } from '../../utils/model/dossier'
import type { ClaimHere, ClaimOnFile, RelatedClaim } from '../../utils/model/reading'
import { relationLooks } from '../../utils/model/relation'
import { articleAddress } from '../shared/article-address'
import { listChain } from '../shared/Chain'
import { kindLooks } from '../shared/Emphasis'
import { formatClaimTime, formatEdtf } from '../shared/format-time'
import { modalityWords, positionWords, relationWords } from '../shared/model-words'
import { sayReason } from '../shared/Why'
import type { Translate } from '../shared/words'
import { escapeHtml } from './escape-html'
import { countSources } from './QuestionCard'
import type { CopiedText } from './sidebar-actions'

/** What stands side by side, as it is shown. */
export interface ShownComparison {
  question: string
  here: ClaimHere
  position: Position | null
  related: RelatedClaim
  /** Null where it could not be made, or not yet. */
  comparison: PairComparison | null
}

/** A heading with lines; an address among them becomes a link where the text can have one. */
interface Block {
  heading: string | null
  lines: string[]
  address?: string | null
}

/**
 * A comparison as text: the question, how the two stand to each other and why, both statements with who said so through
 * whom and when and where it stands, what differs, what both leave out, and that nothing says who is right.
 */
export function writeComparison(t: Translate, shown: ShownComparison): CopiedText {
  const { question, here, position, related, comparison } = shown
  const { sign } = relationLooks[related.relation]
  const blocks: Block[] = [
    {
      heading: question,
      lines: [
        `${sign} ${t(relationWords[related.relation])}`,
        ...(related.isSameSpeaker ? [t('sidebar_sameSpeaker')] : []),
        ...related.reasons.map(reason => sayReason(t, reason)),
      ],
    },
    listSide(t, t('sidebar_inThisArticleHead'), here.claim, position, here.machine ? null : here.text),
    listSide(t, t('sidebar_onFile'), related.claim, related.position, null),
    ...(comparison ? listComparison(t, comparison) : []),
    {
      heading: null,
      lines: [
        t(here.machine ? 'sidebar_oneMachineRead' : 'sidebar_bothParaphrased'),
        t('sidebar_nobodyIsRight'),
      ],
    },
  ]
  return { plain: blocks.map(writePlain).join('\n\n'), html: blocks.map(writeHtml).join('') }
}

function listSide(
  t: Translate,
  heading: string,
  claim: ClaimOnFile,
  position: Position | null,
  onPage: string | null,
): Block {
  const { speaker, source } = claim
  const office = [speaker.role, speaker.affiliation].filter(Boolean).join(', ')
  const row = (label: string, value: string) => `${label}: ${value}`
  return {
    heading,
    lines: [
      claim.statement,
      ...(onPage ? [row(t('compare_onPage'), `“${onPage}”`)] : []),
      row(t('sidebar_answer'), position ? t(positionWords[position]) : '–'),
      row(t('sidebar_speaker'), office ? `${speaker.name} (${office})` : speaker.name),
      row(t('sidebar_chain'), listChain(claim).join(' › ')),
      row(t('sidebar_saidHow'), t(modalityWords[claim.modality])),
      row(t('sidebar_aboutTime'), formatClaimTime(t, claim)),
      row(
        t('sidebar_published'),
        [source.publisher, source.title && `“${source.title}”`, formatEdtf(t, source.published)]
          .filter(Boolean)
          .join(', '),
      ),
    ],
    address: articleAddress(source.url),
  }
}

function listComparison(t: Translate, { statements, leftOut }: PairComparison): Block[] {
  const differing = partKinds.flatMap(kind =>
    statements.differences
      .filter(difference => difference.kind === kind)
      .map(({ reason }) => `${t(kindLooks[kind].word)}: ${sayReason(t, reason)}`),
  )
  const named = leftOut.map(({ text, counts, by }) => {
    const first = by.map(({ chain }) => chain.join(' › ')).join('; ')
    return `${text}: ${countSources(t, counts)}: ${first}`
  })
  return [
    ...(differing.length > 0 ? [{ heading: t('compare_differences'), lines: differing }] : []),
    ...(named.length > 0
      ? [{ heading: `${t('compare_leftOut')}. ${t('compare_othersName')}`, lines: named }]
      : []),
  ]
}

const writePlain = ({ heading, lines, address }: Block): string =>
  [...(heading ? [heading] : []), ...lines, ...(address ? [address] : [])].join('\n')

function writeHtml({ heading, lines, address }: Block): string {
  const link = address ? [`<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`] : []
  const body = `<p>${[...lines.map(escapeHtml), ...link].join('<br>')}</p>`
  return heading ? `<h3>${escapeHtml(heading)}</h3>${body}` : body
}
