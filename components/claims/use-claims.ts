import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import { beginClaimDraft, type ClaimDraft, faultyField, keyOfOrigin } from '../../utils/model/claim-draft'
import { type ClaimOrigin, findEntryFaults } from '../../utils/model/claim-entry'
import type { WantedRemark } from '../../utils/model/claim-remark'
import type { ClaimId } from '../../utils/model/ids'
import { listLines } from '../../utils/model/list-lines'
import type { OwnDossierEntry, SavedDossier } from '../../utils/model/own-dossier'
import type { Failure, Result } from '../../utils/model/result'
import type { ClaimActions, ClaimStep, ClaimUndo } from './claim-actions'
import { type ClaimsEvent, type ClaimsState, noClaims, reduceClaims } from './claims-state'

/** Where the forms stand: in the sidebar, or in the library. It stays the same object as long as that stands. */
export interface ClaimsHost {
  /** Something was done, and can be taken back. `claim`: one that was made or changed. */
  onDone: (step: ClaimStep, take: ClaimUndo, claim?: ClaimId) => void
  onFailure: (failure: Failure) => void
  /** For what changes what is shown. */
  change: <T>(step: Promise<Result<T>>) => Promise<Result<T>>
}

export type ClaimDeeds = ReturnType<typeof bindDeeds>

/** What is typed is kept this long after it was, ms. */
const keepMs = 300

/** Claims that are being written, and what can be done with those that are there. */
export function useClaims(
  actions: ClaimActions,
  host: ClaimsHost,
): { state: ClaimsState; deeds: ClaimDeeds } {
  const [state, dispatch] = useReducer(reduceClaims, noClaims)
  const latest = useRef(state)
  latest.current = state
  const deeds = useMemo(() => bindDeeds(actions, host, dispatch, () => latest.current), [actions, host])
  useEffect(() => {
    actions
      .listDrafts()
      .then(drafts => dispatch({ do: 'drafts/loaded', drafts: drafts.ok ? drafts.value : [] }))
  }, [actions])
  const { drafts, isLoaded } = state
  useEffect(() => {
    if (!isLoaded) return
    const keep = () => void actions.keepDrafts([...drafts.values()])
    const timer = setTimeout(keep, keepMs)
    // The last that a page in a frame hears before it is closed.
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', keep)
    }
  }, [actions, drafts, isLoaded])
  return { state, deeds }
}

function bindDeeds(
  actions: ClaimActions,
  host: ClaimsHost,
  dispatch: (event: ClaimsEvent) => void,
  now: () => ClaimsState,
) {
  let newest = ''
  const change = (key: string, changed: Partial<ClaimDraft>) =>
    dispatch({ do: 'draft/changed', key, change: changed })
  return {
    change,
    /** Opens a form; one that was begun of the same goes on as it was left. */
    begin: async (origin: ClaimOrigin): Promise<void> => {
      const key = keyOfOrigin(origin)
      newest = key
      const begun = now().drafts.get(key)
      if (begun) return dispatch({ do: 'form/opened', draft: begun })
      const proposed = await actions.proposeClaim(origin)
      // Something else was asked for meanwhile.
      if (newest !== key) return
      if (proposed.ok) dispatch({ do: 'form/opened', draft: beginClaimDraft(origin, proposed.value) })
      else host.onFailure(proposed.failure)
    },
    goOn: (draft: ClaimDraft) => dispatch({ do: 'form/opened', draft }),
    /** The draft stays. */
    close: () => dispatch({ do: 'form/closed' }),
    drop: (key: string) => dispatch({ do: 'draft/dropped', key }),
    save: async (draft: ClaimDraft): Promise<void> => {
      if (now().isSaving) return
      const { key, origin, statement, speaker, about, subject, asked, position } = draft
      const isOutlet = speaker.name.trim() === ''
      const entry = {
        statement,
        speaker: isOutlet ? null : speaker,
        chain: listLines(draft.chain),
        about: about.trim() || null,
        subject,
      }
      const faults = findEntryFaults({ ...entry, question: asked?.question ?? null, position })
      if (faults.length > 0 || !asked || !position) return dispatch({ do: 'form/faulty', faults })
      dispatch({ do: 'form/saving' })
      const made = await host.change(
        actions.makeClaim(origin, { ...entry, ...asked, position }, draft.proposal.seenMs),
      )
      if (!made.ok) return dispatch({ do: 'form/failed', failure: made.failure })
      dispatch({ do: 'draft/dropped', key })
      const { claim, before } = made.value
      if (before) host.onDone('edited', { claims: [before] }, claim)
      else host.onDone('kept', { kept: [claim] }, claim)
    },
    deleteClaim: async (id: ClaimId): Promise<void> => {
      const gone = await host.change(actions.deleteClaims([id]))
      if (gone.ok) host.onDone('taken-back', { claims: gone.value })
      else host.onFailure(gone.failure)
    },
    /** True where it was done. */
    remark: async (claim: ClaimId, wanted: WantedRemark): Promise<boolean> => {
      const remarked = await host.change(actions.remarkClaim(claim, wanted))
      if (remarked.ok)
        host.onDone(wanted?.kind ?? 'shown', { remark: { claim, before: remarked.value.before } })
      else host.onFailure(remarked.failure)
      return remarked.ok
    },
    /** Of a new dossier the questions are offered in the form of `draft`, and the last of them is chosen. */
    saveOwnDossier: async (entry: OwnDossierEntry, draft?: ClaimDraft): Promise<Result<SavedDossier>> => {
      const saved = await host.change(actions.saveOwnDossier(entry))
      if (!saved.ok || !draft) return saved
      const { dossier, title, questions } = saved.value
      const { proposal } = draft
      const others = proposal.offered.filter(offer => offer.dossier !== dossier)
      const own = questions.map(question => ({ dossier, topic: title, question }))
      const last = questions.at(-1)
      change(draft.key, {
        proposal: { ...proposal, offered: [...own, ...others] },
        ...(last && { asked: { dossier, question: last.id } }),
      })
      return saved
    },
  }
}

/** What a failure of the background is about. */
export const fieldOfFailure = ({ kind, detail }: Failure) =>
  kind === 'bad-input' ? faultyField(detail) : null
