import type { LeftOut } from '../../utils/model/comparison'
import type { QuestionId } from '../../utils/model/ids'
import { kindLooks } from '../shared/Emphasis'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import { countSources } from './QuestionCard'

interface Props {
  leftOut: LeftOut[]
  question: QuestionId
}

/** What others on file name and both claims do not, each with the way to who names it. */
export function LeftOutColumn({ leftOut, question }: Props) {
  const t = useWords()
  const { deeds } = useDeeds()
  return (
    <section class="left-out" aria-labelledby="left-out-head">
      <h3 id="left-out-head">{t('compare_leftOut')}</h3>
      {leftOut.length === 0 ? (
        <p class="aside-note">{t('compare_nothingLeftOut')}</p>
      ) : (
        <>
          <p class="aside-note">{t('compare_othersName')}</p>
          <ul>
            {leftOut.map(({ kind, text, counts, by }) => (
              <li key={`${kind} ${text}`}>
                <p>
                  <b>{kind === 'hedge' || kind === 'word' ? t('compare_quoted', text) : text}</b>{' '}
                  <span class="left-out-kind">
                    {kind !== 'word' && `${t(kindLooks[kind].word)} · `}
                    {countSources(t, counts)}
                  </span>
                </p>
                {by.map(({ claim, chain }) => (
                  <button
                    type="button"
                    class="act"
                    key={claim}
                    onClick={() => deeds.dispatch({ do: 'spot/picked', focus: { claim }, question })}
                  >
                    <span class="unseen">{t('compare_showClaim')}</span> {chain.join(' › ')}
                  </button>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
