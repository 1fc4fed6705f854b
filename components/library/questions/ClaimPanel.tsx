import { useEffect, useRef } from 'preact/hooks'
import type { Position } from '../../../utils/model/dossier'
import type { ClaimOnFile } from '../../../utils/model/reading'
import { ClaimRemark } from '../../claims/ClaimRemark'
import { OwnClaimActs } from '../../claims/OwnClaimActs'
import { ArticleLink } from '../../shared/ArticleLink'
import { Chain } from '../../shared/Chain'
import { Disputed } from '../../shared/Disputed'
import { formatClaimTime, formatEdtf } from '../../shared/format-time'
import { Icon } from '../../shared/Icon'
import { kindWords, modalityWords } from '../../shared/model-words'
import { PositionMark } from '../../shared/PositionMark'
import { useWords, withCount } from '../../shared/words'
import { Yours } from '../../shared/Yours'

interface Props {
  claim: ClaimOnFile
  position: Position
  /** Other claims of the same source. */
  repeats?: readonly ClaimOnFile[]
  onClose: () => void
  /** It comes in the middle of others: the focus goes to the first of them. */
  isFollowing?: boolean
}

/** A claim in full: what it says, who says so through whom, when, and where to read it. Takes the focus. */
export function ClaimPanel({ claim, position, repeats = [], onClose, isFollowing = false }: Props) {
  const t = useWords()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isFollowing) return
    panel.current?.querySelector('h3')?.focus({ preventScroll: true })
    panel.current?.scrollIntoView?.({ block: 'nearest' })
  }, [claim.id])
  const { speaker, source } = claim
  const about = [speaker.role, speaker.affiliation, t(kindWords[speaker.kind])].filter(Boolean).join(', ')
  return (
    <section
      ref={panel}
      class="claim-panel"
      aria-label={`${t('questions_claim')}: ${claim.statement}`}
      data-claim={claim.id}
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      <button type="button" class="icon-button" aria-label={t('questions_close')} onClick={onClose}>
        <Icon name="close" />
      </button>
      <p class="claim-line">
        <PositionMark position={position} /> <span>{formatClaimTime(t, claim)}</span> <Yours claim={claim} />
      </p>
      <h3 tabIndex={-1}>{claim.statement}</h3>
      <Disputed claim={claim} />
      <p>
        <Chain claim={claim} isLinked />
      </p>
      <dl>
        <dt>{t('timeline_who')}</dt>
        <dd>
          {speaker.name} ({about}): {t(modalityWords[claim.modality])}
        </dd>
        <dt>{t('questions_leader')}</dt>
        <dd>{claim.subject ?? source.leader}</dd>
        <dt>{t('questions_article')}</dt>
        <dd>
          {source.title ?? source.publisher}
          {source.published !== '' && `, ${formatEdtf(t, source.published)}`}
        </dd>
      </dl>
      {repeats.length > 0 && (
        <details>
          <summary>{withCount(t, 'questions_repeats', repeats.length)}</summary>
          <ul class="repeats">
            {repeats.map(repeat => (
              <li key={repeat.id}>
                <ArticleLink source={repeat.source} claim={repeat.id}>
                  {repeat.source.publisher}
                </ArticleLink>{' '}
                <span class="hint">{repeat.statement}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="acts">
        <OwnClaimActs claim={claim} />
        <ClaimRemark claim={claim} />
      </div>
    </section>
  )
}
