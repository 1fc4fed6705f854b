import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Failure } from '../../utils/model/result'
import { ClaimForm } from '../claims/ClaimForm'
import { type ClaimActions, type ClaimStep, type ClaimUndo, undoClaimStep } from '../claims/claim-actions'
import { ClaimsProvider } from '../claims/claims-context'
import { DraftBar } from '../claims/DraftBar'
import { type ClaimsHost, useClaims } from '../claims/use-claims'
import { Icon } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { useFocusBack } from '../shared/use-focus-back'
import { type MessageKey, useWords } from '../shared/words'

const stepWords: Record<ClaimStep, MessageKey> = {
  kept: 'library_claimKept',
  edited: 'claim_isEdited',
  'taken-back': 'sidebar_isTakenBack',
  disputed: 'remark_isDisputed',
  hidden: 'remark_isHidden',
  shown: 'remark_isTakenBack',
}

type Said = { step: ClaimStep; take: ClaimUndo } | { failure: Failure } | 'undone' | null

/** The library's claims: their form over the views, what was begun, and what was done last with its way back. */
export function LibraryClaims({ actions, children }: { actions: ClaimActions; children: ComponentChildren }) {
  const t = useWords()
  const [said, setSaid] = useState<Said>(null)
  const host = useMemo(
    (): ClaimsHost => ({
      // The background tells of what changed.
      change: step => step,
      onFailure: failure => setSaid({ failure }),
      onDone: (step, take) => setSaid({ step, take }),
    }),
    [],
  )
  const { state, deeds } = useClaims(actions, host)
  const context = useMemo(() => ({ state, deeds }), [state, deeds])
  const writing = state.open === null ? null : (state.drafts.get(state.open) ?? null)
  useFocusBack(writing !== null)
  const undo = async (take: ClaimUndo) => {
    const undone = await undoClaimStep(actions, take)
    setSaid(undone.ok ? 'undone' : { failure: undone.failure })
  }
  return (
    <ClaimsProvider value={context}>
      <div class="library-claims">
        {writing ? <ClaimForm draft={writing} key={writing.key} /> : <DraftBar address="" />}
        <p role="status" class={said ? 'said' : 'unseen'}>
          {said === 'undone' && t('library_undone')}
          {said && typeof said === 'object' && 'failure' in said && t(failureWords[said.failure.kind])}
          {said && typeof said === 'object' && 'step' in said && (
            <>
              {t(stepWords[said.step])}{' '}
              <button type="button" class="act" onClick={() => undo(said.take)}>
                {t('sidebar_undo')}
              </button>
            </>
          )}
          {said && (
            <button
              type="button"
              class="icon-button"
              aria-label={t('library_closeNotice')}
              onClick={() => setSaid(null)}
            >
              <Icon name="close" />
            </button>
          )}
        </p>
      </div>
      {children}
    </ClaimsProvider>
  )
}
