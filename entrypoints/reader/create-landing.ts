import type { ClaimId } from '../../utils/model/ids'

/** How long a page may take to write its story after it was first read, ms. */
const patienceMs = 4_000

interface Wiring {
  signal: AbortSignal
  /** Leads to the claim's mark; false where it has none (yet). */
  show: (claim: ClaimId) => boolean
  onAbsent: (claim: ClaimId) => void
}

/** The claim that the reader followed to this page: led to as soon as it is placed, once. */
export function createLanding({ signal, show, onAbsent }: Wiring) {
  let wanted: ClaimId | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    wanted = null
    clearTimeout(timer)
  }
  signal.addEventListener('abort', end)
  /** To be called whenever the page's claims were placed. */
  const look = () => {
    if (wanted !== null && show(wanted)) end()
  }
  return {
    look,
    expect(claim: ClaimId) {
      if (signal.aborted) return
      wanted = claim
      timer = setTimeout(() => {
        end()
        onAbsent(claim)
      }, patienceMs)
      look()
    },
  }
}
