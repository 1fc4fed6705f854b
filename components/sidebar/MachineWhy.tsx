import type { ClaimOnFile, MachineAnswer, MachineReading } from '../../utils/model/reading'
import { Why } from '../shared/Why'
import { useWords } from '../shared/words'
import { FiledClaim } from './FiledClaim'

interface Props {
  answer: MachineAnswer
  voice: MachineReading['voice']
}

/** Why a machine reads a sentence so: the claims on file that decided, and why it is this speaker's. */
export function MachineWhy({ answer, voice }: Props) {
  const t = useWords()
  const { question, neighbours, reasons = [] } = answer
  const positionOf = ({ bearsOn }: ClaimOnFile) =>
    bearsOn.find(bearing => bearing.question === question)?.position ?? null
  return (
    <>
      <p class="minor-head">{t(neighbours.length > 0 ? 'sidebar_readBy' : 'sidebar_readAlone')}</p>
      {neighbours.length > 0 && (
        <ul class="claims neighbours">
          {neighbours.map(claim => (
            <li class="claim" key={claim.id}>
              <FiledClaim claim={claim} position={positionOf(claim)} />
            </li>
          ))}
        </ul>
      )}
      {reasons.length + voice.length > 0 && <Why reasons={[...reasons, ...voice]} />}
    </>
  )
}
