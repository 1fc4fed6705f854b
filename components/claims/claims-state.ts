import type { ClaimDraft } from '../../utils/model/claim-draft'
import type { EntryFault, EntryField } from '../../utils/model/claim-entry'
import type { Failure } from '../../utils/model/result'

export interface ClaimsState {
  /** All that was begun and not saved, by key. */
  drafts: ReadonlyMap<string, ClaimDraft>
  /** Those of before are there. */
  isLoaded: boolean
  /** The one whose form is open, how often a form was opened, and how it stands. */
  open: string | null
  visit: number
  isSaving: boolean
  faults: { field: EntryField; fault: EntryFault }[]
  failure: Failure | null
}

export type ClaimsEvent =
  | { do: 'drafts/loaded'; drafts: readonly ClaimDraft[] }
  /** A form opens: with a new draft, or with one that was begun. */
  | { do: 'form/opened'; draft: ClaimDraft }
  | { do: 'form/closed' }
  | { do: 'draft/changed'; key: string; change: Partial<ClaimDraft> }
  | { do: 'draft/dropped'; key: string }
  | { do: 'form/faulty'; faults: ClaimsState['faults'] }
  | { do: 'form/saving' }
  | { do: 'form/failed'; failure: Failure }

export const noClaims: ClaimsState = {
  drafts: new Map(),
  isLoaded: false,
  open: null,
  visit: 0,
  isSaving: false,
  faults: [],
  failure: null,
}

const fresh = { isSaving: false, faults: [], failure: null }

/** The forms of claims; pure. A draft stays until it is saved or dropped, whatever becomes of its form. */
export function reduceClaims(state: ClaimsState, event: ClaimsEvent): ClaimsState {
  switch (event.do) {
    case 'drafts/loaded': {
      const drafts = new Map([...event.drafts.map(draft => [draft.key, draft] as const), ...state.drafts])
      return { ...state, drafts, isLoaded: true }
    }
    case 'form/opened': {
      const { draft } = event
      const drafts = new Map(state.drafts).set(draft.key, draft)
      return { ...state, ...fresh, drafts, open: draft.key, visit: state.visit + 1 }
    }
    case 'form/closed':
      return { ...state, ...fresh, open: null }
    case 'draft/changed': {
      const draft = state.drafts.get(event.key)
      if (!draft) return state
      const drafts = new Map(state.drafts).set(event.key, { ...draft, ...event.change })
      // What was wrong with a field is wrong until that is changed.
      const faults = state.faults.filter(({ field }) => !isChanged(field, event.change))
      return { ...state, drafts, faults, failure: null }
    }
    case 'draft/dropped': {
      const drafts = new Map(state.drafts)
      drafts.delete(event.key)
      return { ...state, drafts, ...(state.open === event.key && { ...fresh, open: null }) }
    }
    case 'form/faulty':
      return { ...state, isSaving: false, faults: event.faults, failure: null }
    case 'form/saving':
      return { ...state, ...fresh, isSaving: true }
    case 'form/failed':
      return { ...state, isSaving: false, failure: event.failure }
  }
}

const isChanged = (field: EntryField, change: Partial<ClaimDraft>): boolean =>
  (field === 'question' ? 'asked' : field) in change
