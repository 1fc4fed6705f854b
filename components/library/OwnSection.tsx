import { useState } from 'preact/hooks'
import type { OwnWord } from '../../utils/model/own-word'
import { OwnClaimActs } from '../claims/OwnClaimActs'
import { RemarkList } from '../claims/RemarkList'
import { Icon } from '../shared/Icon'
import { useWords, withCount } from '../shared/words'
import type { ArticlesActions } from './library-actions'
import { OutLink } from './OutLink'
import { useLoaded } from './use-loaded'

const nothing: OwnWord = { claims: [], remarks: [] }

/** So many are drawn at once; the others on demand. */
const shownAtOnce = 50

/** What the reader says: claims of their own, and what they dispute or do not want to see, each with its way back. */
export function OwnSection({ actions, changes }: { actions: ArticlesActions; changes: number }) {
  const t = useWords()
  // The list above says it where storage cannot be read.
  const { value } = useLoaded(actions.listOwnWord, changes)
  const [shown, setShown] = useState(shownAtOnce)
  const { claims, remarks } = value ?? nothing
  return (
    <>
      {claims.length > 0 && (
        <details class="fold">
          <summary>
            <Icon name="open" /> {withCount(t, 'library_claims', claims.length)}
          </summary>
          <ul class="claims">
            {claims.slice(0, shown).map(claim => (
              <li class="claim" key={claim.id}>
                <p class="statement">{claim.statement}</p>
                <p class="row-meta">
                  <OutLink address={claim.source.url} title={claim.source.title ?? ''} />
                  <span>{claim.chain.join(' › ')}</span>
                </p>
                <div class="acts">
                  <OwnClaimActs claim={claim} />
                </div>
              </li>
            ))}
          </ul>
          {shown < claims.length && (
            <button type="button" class="button" onClick={() => setShown(shown + shownAtOnce)}>
              {t('library_moreArticles')}
            </button>
          )}
        </details>
      )}
      {remarks.length > 0 && (
        <details class="fold">
          <summary>
            <Icon name="open" /> {withCount(t, 'library_remarks', remarks.length)}
          </summary>
          <RemarkList remarks={remarks} />
        </details>
      )}
    </>
  )
}
