import type { Position } from '../../utils/model/dossier'
import type { ClaimOnFile } from '../../utils/model/reading'
import { Chain } from '../shared/Chain'
import { Disputed } from '../shared/Disputed'
import { formatClaimTime } from '../shared/format-time'
import { PositionMark } from '../shared/PositionMark'
import { useWords } from '../shared/words'
import { Yours } from '../shared/Yours'

interface Props {
  claim: ClaimOnFile
  /** Null where it stands under a heading that says it. */
  position: Position | null
  /** Instead of the time that it is about. */
  time?: string
}

/** A claim on file: what it answers, when, in which words, who says so and where. */
export function FiledClaim({ claim, position, time }: Props) {
  const t = useWords()
  return (
    <>
      <p class="claim-meta">
        {position && <PositionMark position={position} />}
        <span class="date">{time ?? formatClaimTime(t, claim)}</span>
        {claim.source.isReaders ? (
          <Yours claim={claim} />
        ) : (
          <span class="paraphrase">{t('sidebar_paraphrase')}</span>
        )}
      </p>
      <p class="statement">{claim.statement}</p>
      <p class="claim-source">
        <Chain claim={claim} isLinked />
      </p>
      <Disputed claim={claim} />
    </>
  )
}
