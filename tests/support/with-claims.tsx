import type { ComponentChildren } from 'preact'
import { ClaimsProvider } from '../../components/claims/claims-context'
import { type ClaimsHost, useClaims } from '../../components/claims/use-claims'
import { makeClaimActions } from './make-claim-actions'

const actions = makeClaimActions()
const host: ClaimsHost = { change: step => step, onFailure: () => {}, onDone: () => {} }

/** What stands around everything that shows claims, and nothing besides. */
export function WithClaims({ children }: { children: ComponentChildren }) {
  return <ClaimsProvider value={useClaims(actions, host)}>{children}</ClaimsProvider>
}
