import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ClaimsState } from './claims-state'
import type { ClaimDeeds } from './use-claims'

/** What the forms and buttons of claims need at hand. */
export interface ClaimsContext {
  state: ClaimsState
  deeds: ClaimDeeds
}

const Claims = createContext<ClaimsContext | null>(null)
export const ClaimsProvider = Claims.Provider

export function useClaimsHere(): ClaimsContext {
  const context = useContext(Claims)
  if (!context) throw new Error('outside of what has claims')
  return context
}
