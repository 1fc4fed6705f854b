import { useEffect, useRef, useState } from 'preact/hooks'
import type { Reading } from '../../utils/model/reading'
import { Legend } from '../shared/Emphasis'
import { Icon } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { RelationBadge } from '../shared/RelationBadge'
import { Why } from '../shared/Why'
import { useWords } from '../shared/words'
import { CompareSide } from './CompareSide'
import { CopyComparison } from './CopyComparison'
import { DifferenceList } from './DifferenceList'
import { useDeeds } from './deeds-context'
import { LeftOutColumn } from './LeftOutColumn'
import type { Compared } from './sidebar-state'
import { useComparison } from './use-comparison'

/** A claim of the article and one on file, side by side, with what differs and what both leave out. */
export function CompareView({ compared, reading }: { compared: Compared; reading: Reading }) {
  const t = useWords()
  const { deeds } = useDeeds()
  const heading = useRef<HTMLHeadingElement>(null)
  const [onlyDiffering, setOnlyDiffering] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  const { dossier } = reading
  const here = reading.claims.find(({ claim }) => claim.id === compared.against)
  const question = reading.questions.find(({ question: { id } }) => id === compared.question)
  const pair = dossier && {
    dossier: question?.dossier ?? dossier.id,
    question: compared.question,
    here: compared.against,
    onFile: compared.claim,
    ...(here?.machine && { read: here.claim }),
  }
  const loaded = useComparison(pair, reading)
  const comparison = loaded.state === 'ready' ? loaded.value : null
  const related = question?.related.find(({ claim }) => claim.id === compared.claim)
  if (!question || !related || !here) return null
  const position = question.here.find(({ claim }) => claim === compared.against)?.position ?? null
  const close = () => deeds.dispatch({ do: 'compare/closed' })
  const { facts = null, statements = null } = comparison ?? {}
  const emphasise = (side: 'here' | 'onFile') =>
    statements && { segments: statements[side], areNear: statements.areNear }
  return (
    <section
      class={`compare${onlyDiffering ? ' only-differing' : ''}`}
      aria-labelledby="compare-heading"
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        close()
        event.stopPropagation()
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
      <div class="compare-bar">
        {statements && <Legend segments={[...statements.here, ...statements.onFile]} />}
        {facts && (
          <button
            type="button"
            class="act"
            aria-pressed={onlyDiffering}
            onClick={() => setOnlyDiffering(!onlyDiffering)}
          >
            {t('compare_onlyDiffering')}
          </button>
        )}
        <CopyComparison shown={{ question: question.question.text, here, position, related, comparison }} />
      </div>
      <div class="sides">
        <CompareSide
          heading={t('sidebar_inThisArticleHead')}
          claim={here.claim}
          position={position}
          isLinked={false}
          emphasis={emphasise('here')}
          saysStandings={false}
          {...{ facts, onlyDiffering }}
        />
        <CompareSide
          heading={t('sidebar_onFile')}
          claim={related.claim}
          position={related.position}
          isLinked
          emphasis={emphasise('onFile')}
          saysStandings
          {...{ facts, onlyDiffering }}
        />
        {comparison && <LeftOutColumn leftOut={comparison.leftOut} question={compared.question} />}
      </div>
      {loaded.state === 'failed' && (
        <p class="aside-note" role="status">
          {t('compare_failed', t(failureWords[loaded.failure.kind]))}
        </p>
      )}
      {here.text && !here.machine && (
        <figure class="own-words">
          <figcaption>{t('compare_onPage')}</figcaption>
          <blockquote>{here.text}</blockquote>
        </figure>
      )}
      {statements && <DifferenceList statements={statements} />}
      <p class="aside-note">{t(here.machine ? 'sidebar_oneMachineRead' : 'sidebar_bothParaphrased')}</p>
      <h3 class="minor-head">{t('sidebar_why')}</h3>
      <Why reasons={related.reasons} />
      <p class="aside-note">{t('sidebar_nobodyIsRight')}</p>
    </section>
  )
}
