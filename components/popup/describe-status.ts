import type { PageVerdict } from '../../utils/model/page-facts'
import type { MessageKey } from '../shared/words'

/** What the large button does. */
export type MainStep = 'open' | 'compare' | 'take back' | 'switch on' | 'go on'

/** How the popup speaks of a page: its sentence, and the step it offers first. */
export interface StatusWords {
  title: MessageKey
  /** What follows from it, where the reasons alone would leave the reader asking. */
  text: MessageKey | null
  step: MainStep
  button: MessageKey
  /** Whether the reasons answer "why?" (then shown on request) or "why not?" (then shown at once). */
  reasons: 'why' | 'why not' | 'none'
}

/** What is said and offered for each verdict. */
export const statusWords: Record<PageVerdict, StatusWords> = {
  known: {
    title: 'popup_known',
    text: null,
    step: 'open',
    button: 'popup_open',
    reasons: 'why',
  },
  spotted: {
    title: 'popup_spotted',
    text: null,
    step: 'open',
    button: 'popup_open',
    reasons: 'why',
  },
  highlighted: {
    title: 'popup_highlighted',
    text: null,
    step: 'open',
    button: 'popup_open',
    reasons: 'none',
  },
  alike: {
    title: 'popup_alike',
    text: 'popup_compareText',
    step: 'compare',
    button: 'popup_compare',
    reasons: 'why not',
  },
  'off-topic': {
    title: 'popup_offTopic',
    text: 'popup_compareText',
    step: 'compare',
    button: 'popup_compare',
    reasons: 'why not',
  },
  'not-an-article': {
    title: 'popup_notAnArticle',
    text: 'popup_compareText',
    step: 'compare',
    button: 'popup_compare',
    reasons: 'why not',
  },
  dismissed: {
    title: 'popup_dismissed',
    text: null,
    step: 'take back',
    button: 'popup_takeBack',
    reasons: 'none',
  },
  off: { title: 'popup_off', text: null, step: 'switch on', button: 'popup_switchOn', reasons: 'none' },
  paused: {
    title: 'popup_paused',
    text: 'popup_pausedText',
    step: 'go on',
    button: 'popup_goOn',
    reasons: 'none',
  },
}
