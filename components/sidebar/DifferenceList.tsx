import { type ComparedStatements, partKinds } from '../../utils/model/comparison'
import { kindLooks } from '../shared/Emphasis'
import { sayReason } from '../shared/Why'
import { useWords } from '../shared/words'

/** What differs, said in words: for those who hear it, and for all where two long statements are hard to hold together. */
export function DifferenceList({ statements }: { statements: ComparedStatements }) {
  const t = useWords()
  const { differences, isReordered, areNear, here, onFile } = statements
  const kinds = partKinds.filter(kind => differences.some(difference => difference.kind === kind))
  const haveOtherWords = [...here, ...onFile].some(({ standing }) => standing !== 'same')
  return (
    <section class="differences" aria-labelledby="differences-head">
      <h3 class="minor-head" id="differences-head">
        {t('compare_differences')}
      </h3>
      {kinds.length > 0 && (
        <dl>
          {kinds.map(kind => (
            <div key={kind}>
              <dt>
                <span class="part-sign" aria-hidden="true">
                  {kindLooks[kind].sign}
                </span>{' '}
                {t(kindLooks[kind].word)}
              </dt>
              {differences
                .filter(difference => difference.kind === kind)
                .map(({ reason }) => (
                  <dd key={reason.rule}>{sayReason(t, reason)}</dd>
                ))}
            </div>
          ))}
        </dl>
      )}
      {kinds.length === 0 && haveOtherWords && <p class="aside-note">{t('compare_noParts')}</p>}
      {!haveOtherWords && (
        <p class="aside-note">{t(isReordered ? 'compare_onlyOrder' : 'compare_sameWords')}</p>
      )}
      {haveOtherWords && !areNear && <p class="aside-note">{t('compare_farApart')}</p>}
    </section>
  )
}
