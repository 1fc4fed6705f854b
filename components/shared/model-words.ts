import type { Modality, Position, SpeakerKind } from '../../utils/model/dossier'
import type { AnchorState, HighlightColour } from '../../utils/model/highlight'
import type { Certainty } from '../../utils/model/model-use'
import type { Relation } from '../../utils/model/relation'
import type { FailureKind } from '../../utils/model/result'
import type { MessageKey, Translate } from './words'

/** The reader's word for each relation: what its badge says. */
export const relationWords: Record<Relation, MessageKey> = {
  disputes: 'relation_disputes',
  'differs, time unknown': 'relation_differs_time_unknown',
  'later account differs': 'relation_later_account_differs',
  'earlier account differed': 'relation_earlier_account_differed',
  qualifies: 'relation_qualifies',
  'leaves open': 'relation_leaves_open',
  'leaves open too': 'relation_leaves_open_too',
  agrees: 'relation_agrees',
  'agrees in part': 'relation_agrees_in_part',
  'same source': 'relation_same_source',
  related: 'relation_related',
  'about others': 'relation_about_others',
  'about another actor': 'relation_about_another_actor',
}

/** The reader's word for each position. */
export const positionWords: Record<Position, MessageKey> = {
  yes: 'position_yes',
  no: 'position_no',
  partly: 'position_partly',
  unknown: 'position_unknown',
}

/** How sure a machine's reading is. */
export const certaintyWords: Record<Certainty, MessageKey> = {
  likely: 'shared_likely',
  possibly: 'shared_possibly',
}

/** What kind of speaker it is. */
export const kindWords: Record<SpeakerKind, MessageKey> = {
  named: 'speaker_named',
  anonymous: 'speaker_anonymous',
  institution: 'speaker_institution',
  outlet: 'speaker_outlet',
}

/** How a speaker says it. */
export const modalityWords: Record<Modality, MessageKey> = {
  asserts: 'modality_asserts',
  reports: 'modality_reports',
  denies: 'modality_denies',
  warns: 'modality_warns',
  declines: 'modality_declines',
  questions: 'modality_questions',
}

/** How a highlight stands in the page, in a sentence. */
export const anchorWords: Record<AnchorState, MessageKey> = {
  exact: 'sidebar_anchorExact',
  moved: 'sidebar_anchorMoved',
  changed: 'sidebar_anchorChanged',
  lost: 'sidebar_anchorLost',
}

/** What each colour is called where the reader gave it no name. */
const colourWords: Record<HighlightColour, MessageKey> = {
  yellow: 'colour_yellow',
  green: 'colour_green',
  blue: 'colour_blue',
  pink: 'colour_pink',
  violet: 'colour_violet',
}
export const nameColour = (
  t: Translate,
  colour: HighlightColour,
  names?: Record<HighlightColour, string>,
): string => names?.[colour] || t(colourWords[colour])

/** One sentence for each kind of failure. */
export const failureWords: Record<FailureKind, MessageKey> = {
  'bad-input': 'failure_badInput',
  'not-found': 'failure_notFound',
  'not-allowed': 'failure_notAllowed',
  conflict: 'failure_conflict',
  'storage-full': 'failure_storageFull',
  'storage-failed': 'failure_storageFailed',
  'too-large': 'failure_tooLarge',
  busy: 'failure_busy',
  cancelled: 'failure_cancelled',
  'page-gone': 'failure_pageGone',
  'worker-lost': 'failure_workerLost',
  'extension-gone': 'failure_extensionGone',
  'model-damaged': 'failure_modelDamaged',
  'model-refused': 'failure_modelRefused',
  stopped: 'failure_stopped',
  unexpected: 'failure_unexpected',
}
