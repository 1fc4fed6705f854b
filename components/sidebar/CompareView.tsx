import { useEffect, useRef } from 'preact/hooks'
import type { Position } from '../../utils/model/dossier'
import type { ClaimOnFile, Reading } from '../../utils/model/reading'
import { Chain } from '../shared/Chain'
import { formatClaimTime, formatEdtf } from '../shared/format-time'
import { Icon } from '../shared/Icon'
import { modalityWords } from '../shared/model-words'
import { PositionMark } from '../shared/PositionMark'
import { RelationBadge } from '../shared/RelationBadge'
import { Why } from '../shared/Why'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import type { Compared } from './sidebar-state'

interface SideProps {
  heading: string
  claim: ClaimOnFile
  position: Position | null
  isLinked: boolean
}

/** One claim in full. The rows of both sides stand level by a subgrid: their order and number must not differ. */
function Side({ heading, claim, position, isLinked }: SideProps) {
  const t = useWords()
  const { name, role, affiliation } = claim.speaker
  const office = [role, affiliation].filter(Boolean).join(', ')
  return (
    <article class="side">
      <h3>{heading}</h3>
      <p class="statement">{claim.statement}</p>
      <dl>
        <dt>{t('sidebar_answer')}</dt>
        <dd>{position ? <PositionMark position={position} /> : '–'}</dd>
        <dt>{t('sidebar_speaker')}</dt>
        <dd>
          <b>{name}</b>
          {office && <span class="office">{office}</span>}
        </dd>
        <dt>{t('sidebar_chain')}</dt>
        <dd>
          <Chain claim={claim} isLinked={isLinked} />
        </dd>
        <dt>{t('sidebar_saidHow')}</dt>
        <dd>{t(modalityWords[claim.modality])}</dd>
        <dt>{t('sidebar_aboutTime')}</dt>
        <dd>{formatClaimTime(t, claim)}</dd>
        <dt>{t('sidebar_published')}</dt>
        <dd>{formatEdtf(t, claim.source.published)}</dd>
      </dl>
    </article>
  )
}

/** A claim of the article and one on file, side by side. */
export function CompareView({ compared, reading }: { compared: Compared; reading: Reading }) {
  const t = useWords()
  const { deeds } = useDeeds()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const question = reading.questions.find(({ question: { id } }) => id === compared.question)
  const related = question?.related.find(({ claim }) => claim.id === compared.claim)
  const here = reading.claims.find(({ claim }) => claim.id === compared.against)
  if (!question || !related || !here) return null
  const close = () => deeds.dispatch({ do: 'compare/closed' })
  return (
    <section
      class="compare"
      aria-labelledby="compare-heading"
      onKeyDown={event => {
        if (event.key === 'Escape') close()
      }}
    >
      <button type="button" class="act back" onClick={close}>
        <Icon name="back" /> {t('sidebar_back')}
      </button>
      <h2 id="compare-heading" ref={heading} tabIndex={-1}>
        {question.question.text}
      </h2>
      <p class="claim-meta">
        <RelationBadge relation={related.relation} />
        {related.isSameSpeaker && <span class="same-speaker">{t('sidebar_sameSpeaker')}</span>}
      </p>
      <div class="sides">
        <Side
          heading={t('sidebar_inThisArticleHead')}
          claim={here.claim}
          position={question.here.find(({ claim }) => claim === compared.against)?.position ?? null}
          isLinked={false}
        />
        <Side heading={t('sidebar_onFile')} claim={related.claim} position={related.position} isLinked />
      </div>
      <p class="aside-note">{t('sidebar_bothParaphrased')}</p>
      <h3 class="minor-head">{t('sidebar_why')}</h3>
      <Why reasons={related.reasons} />
      <p class="aside-note">{t('sidebar_nobodyIsRight')}</p>
    </section>
  )
}
