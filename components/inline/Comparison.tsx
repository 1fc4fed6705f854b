import { useState } from 'preact/hooks'
import type { Segment } from '../../utils/model/comparison'
import type { Position } from '../../utils/model/dossier'
import type { QuestionId } from '../../utils/model/ids'
import type { ClaimOnFile, RelatedClaim } from '../../utils/model/reading'
import { Chain } from '../shared/Chain'
import { Emphasis, Legend } from '../shared/Emphasis'
import { formatClaimTime } from '../shared/format-time'
import { modalityWords, relationWords } from '../shared/model-words'
import { PositionMark } from '../shared/PositionMark'
import { useWords } from '../shared/words'

interface Props {
  here: ClaimOnFile
  /** The question both answer; null where none is shared. */
  question: QuestionId | null
  /** What to compare with: the strongest opposing and the strongest agreeing claim, those there are. */
  others: RelatedClaim[]
}

/** The claim made here and one on file, line by line. */
export function Comparison({ here, question, others }: Props) {
  const t = useWords()
  const [chosen, setChosen] = useState(0)
  const other = others[chosen] ?? others[0]
  if (!other) return null
  const answer = here.bearsOn.find(bearing => bearing.question === question)
  const { compared } = other
  const columns: { claim: ClaimOnFile; position: Position | null; segments?: Segment[] | undefined }[] = [
    { claim: here, position: answer?.position ?? null, segments: compared?.here },
    { claim: other.claim, position: other.position, segments: compared?.onFile },
  ]

  return (
    <div class="comparison">
      {others.length > 1 && (
        <fieldset class="choice">
          <legend class="unseen">{t('inline_compareWith')}</legend>
          {others.map((related, index) => (
            <button
              type="button"
              key={related.claim.id}
              aria-pressed={related === other}
              onClick={() => setChosen(index)}
            >
              {t(relationWords[related.relation])}
            </button>
          ))}
        </fieldset>
      )}
      <table>
        <caption class="unseen">{t('inline_compare')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('inline_here')}</th>
            <th scope="col">{t('inline_onFile')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('inline_rowStatement')}</th>
            {columns.map(({ claim, segments }) => (
              <td key={claim.id} class="statement">
                {compared && segments ? (
                  <Emphasis segments={segments} areNear={compared.areNear} />
                ) : (
                  claim.statement
                )}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('inline_rowPosition')}</th>
            {columns.map(({ claim, position }) => (
              <td key={claim.id}>{position ? <PositionMark position={position} /> : '–'}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('inline_rowSpeaker')}</th>
            {columns.map(({ claim }) => (
              <td key={claim.id}>
                <b>{claim.speaker.name}</b>
                {claim.speaker.role && <span class="role">{claim.speaker.role}</span>}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('inline_rowChain')}</th>
            {columns.map(({ claim }) => (
              <td key={claim.id}>
                <Chain claim={claim} isLinked={claim !== here} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('inline_rowModality')}</th>
            {columns.map(({ claim }) => (
              <td key={claim.id}>{t(modalityWords[claim.modality])}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('inline_rowTime')}</th>
            {columns.map(({ claim }) => (
              <td key={claim.id}>{formatClaimTime(t, claim)}</td>
            ))}
          </tr>
        </tbody>
      </table>
      {compared && <Legend segments={[...compared.here, ...compared.onFile]} />}
      <p class="remark">{t('inline_paraphrased')}</p>
    </div>
  )
}
