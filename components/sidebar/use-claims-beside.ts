import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { ClaimDraft } from '../../utils/model/claim-draft'
import type { ClaimsContext } from '../claims/claims-context'
import { type ClaimsHost, useClaims } from '../claims/use-claims'
import type { SidebarActions } from './sidebar-actions'
import type { SidebarState } from './sidebar-state'
import { type SidebarDeeds, useSidebar } from './use-sidebar'

/** A sidebar's state with the claims that are written beside it. `writing`: the one whose form is open on this page. */
export function useClaimsBeside(actions: SidebarActions): {
  state: SidebarState
  deeds: SidebarDeeds
  claims: ClaimsContext
  writing: ClaimDraft | null
} {
  const begin = useRef<ClaimsContext['deeds']['begin']>(async () => {})
  const { state, deeds } = useSidebar(actions, origin => begin.current(origin))
  const latest = useRef(state)
  latest.current = state
  const host = useMemo(
    (): ClaimsHost => ({
      change: deeds.change,
      onFailure: deeds.showFailure,
      onDone: (kind, take, claim) => {
        deeds.dispatch({ do: 'claim/done', kind, take, nowMs: Date.now() })
        // What was looked up by itself does not come with the view.
        const { asked, loaded, view } = latest.current
        const dossier = view?.reading.dossier
        if (asked) deeds.findWords(asked.words)
        for (const [question, { state: stands }] of loaded)
          if (dossier && stands === 'ready') deeds.loadQuestion(question, dossier.id)
        if (claim) deeds.dispatch({ do: 'spot/picked', focus: { claim }, question: null })
      },
    }),
    [deeds],
  )
  const forms = useClaims(actions, host)
  begin.current = forms.deeds.begin
  const claims = useMemo(() => ({ state: forms.state, deeds: forms.deeds }), [forms.state, forms.deeds])
  const { visit, open, drafts } = forms.state
  useEffect(() => {
    // The form stands over the claims.
    if (visit > 0) deeds.dispatch({ do: 'tab/picked', tab: 'claims' })
  }, [deeds, visit])
  const draft = (open !== null && drafts.get(open)) || null
  const address = state.view?.address
  const isHere = draft && (draft.address === '' || address === undefined || draft.address === address)
  return { state, deeds, claims, writing: isHere ? draft : null }
}
