import { useEffect, useRef } from 'preact/hooks'
import type { Question } from '../../utils/model/dossier'
import type { Reading } from '../../utils/model/reading'
import { useWords, withCount } from '../shared/words'
import { sayNotKept } from './AnswerForm'
import { useDeeds } from './deeds-context'
import { KeepRow } from './KeepRow'
import { listKeepable } from './list-keepable'
import { toReaderClaim } from './sentence-answer'
import type { Keeping } from './sidebar-state'

const nothing: Keeping = { left: new Set(), edited: new Map(), isSaving: false, fault: null }

interface Props {
  reading: Reading
  keeping: Keeping | null
  askable: Question[]
}

/** "Keep what this article says": all that a machine read in it, to be looked through and kept in one step. */
export function KeepList({ reading, keeping, askable }: Props) {
  const t = useWords()
  const { deeds } = useDeeds()
  const opener = useRef<HTMLButtonElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const wasOpened = useRef(false)
  const isOpen = keeping !== null
  useEffect(() => {
    if (isOpen && wasOpened.current) heading.current?.focus()
    wasOpened.current = false
  }, [isOpen])
  const { claims, dossier, modelUse } = reading
  const all = dossier ? listKeepable(claims, dossier.id, (keeping ?? nothing).edited) : []
  // What comes while one looks through it would be kept unseen.
  if (all.length === 0 || (!keeping && modelUse.is === 'reading')) return null

  if (!keeping)
    return (
      <button
        type="button"
        class="button keep-opener"
        ref={opener}
        onClick={() => {
          wasOpened.current = true
          deeds.dispatch({ do: 'keeping/changed', keeping: nothing })
        }}
      >
        {t('sidebar_keepArticle')}
      </button>
    )

  const { left, isSaving, fault } = keeping
  const kept = all.filter(({ key }) => !left.has(key))
  const change = (next: Partial<Keeping>) =>
    !isSaving && deeds.dispatch({ do: 'keeping/changed', keeping: { ...keeping, fault: null, ...next } })
  const cancel = () => {
    if (isSaving) return
    deeds.dispatch({ do: 'keeping/changed', keeping: null })
    requestAnimationFrame(() => opener.current?.focus())
  }
  const keep = () => {
    if (isSaving || kept.length === 0) return
    const claims = new Map(kept.map(({ key, sayable, answer }) => [key, toReaderClaim(sayable, answer)]))
    deeds.keepAll(keeping, claims)
  }
  const atFault = kept.find(({ key }) => key === fault?.key)
  const textOf = (id: string) => askable.find(question => question.id === id)?.text ?? id

  return (
    <section class="card keep-list" aria-labelledby="keep-heading">
      <header class="question-head">
        <h2 id="keep-heading" ref={heading} tabIndex={-1}>
          {t('sidebar_keepHead')}
        </h2>
        <p class="aside-note">{t('sidebar_keepNote')}</p>
      </header>
      {[...Map.groupBy(all, ({ sayable }) => sayable.first.question)].map(([question, ofQuestion]) => (
        <section class="group" key={question}>
          <h3 class="group-head">{textOf(question)}</h3>
          <ul class="claims">
            {ofQuestion.map(keepable => (
              <KeepRow
                key={keepable.key}
                keepable={keepable}
                otherQuestion={
                  keepable.answer.question === question ? null : textOf(keepable.answer.question)
                }
                isKept={!left.has(keepable.key)}
                isAtFault={keepable === atFault}
                isSaving={isSaving}
                onTick={isKept =>
                  change({
                    left: new Set(
                      isKept ? [...left].filter(key => key !== keepable.key) : [...left, keepable.key],
                    ),
                  })
                }
                onEdit={answer => change({ edited: new Map(keeping.edited).set(keepable.key, answer) })}
              />
            ))}
          </ul>
        </section>
      ))}
      <div role="status">
        {fault && (
          <p class="fault">
            {sayNotKept(t, fault.failure)} {atFault && t('sidebar_keepBecauseOf', atFault.answer.statement)}
          </p>
        )}
      </div>
      <div class="answer-acts">
        <button
          type="button"
          class="button is-main"
          aria-disabled={isSaving || kept.length === 0}
          onClick={keep}
        >
          {withCount(t, 'sidebar_keepClaims', kept.length)}
        </button>
        <button type="button" class="button" onClick={cancel} disabled={isSaving}>
          {t('sidebar_cancel')}
        </button>
      </div>
    </section>
  )
}
