import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ClaimId } from '../../utils/model/ids'

/**
 * Opens a claim's article in a tab of its own and leads to the claim there, where Sidelight may look. False where the
 * link is to do what links do.
 */
export type FollowClaim = (claim: ClaimId) => boolean

const Follow = createContext<FollowClaim>(() => false)
export const FollowProvider = Follow.Provider
export const useFollow = (): FollowClaim => useContext(Follow)
