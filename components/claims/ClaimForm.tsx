import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { ClaimDraft } from '../../utils/model/claim-draft'
import type { EntryFault, EntryField } from '../../utils/model/claim-entry'
import type { Failure } from '../../utils/model/result'
import { failureWords } from '../shared/model-words'
import { type MessageKey, type Translate, useWords } from '../shared/words'
import { ClaimFields } from './ClaimFields'
import { useClaimsHere } from './claims-context'
import { OwnDossierForm } from './OwnDossierForm'
import { fieldOfFailure } from './use-claims'

const faultWords: Record<EntryFault, MessageKey> = {
  empty: 'claim_empty',
  'too-long': 'claim_tooLong',
  'no-date': 'claim_noDate',
}

/** What is missing, in the words of the field. */
const emptyWords: Partial<Record<EntryField, MessageKey>> = {
  statement: 'sidebar_answerEmpty',
  position: 'claim_noPosition',
  question: 'claim_noQuestion',
  subject: 'claim_noSubject',
}

function sayFailure(t: Translate, failure: Failure): string {
  const { kind, detail } = failure
  if (kind === 'conflict') return t('claim_changedMeanwhile')
  if (kind === 'bad-input' && detail.startsWith('passage')) return t('claim_passageGone')
  if (kind === 'bad-input' && detail.startsWith('addresses')) return t('claim_noAddress')
  return t(failureWords[kind])
}

/**
 * "Make it a claim": everything that a claim says, begun with what is known of the words. Escape and "Later" put it away as it
 * is; only "Discard" throws it away.
 */
export function ClaimForm({ draft }: { draft: ClaimDraft }) {
  const t = useWords()
  const { state, deeds } = useClaimsHere()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const asker = useRef<HTMLButtonElement>(null)
  const [isAsking, setAsking] = useState(false)
  const { visit, isSaving, faults, failure } = state
  const { key, origin, proposal } = draft
  useEffect(() => {
    if (visit > 0) heading.current?.focus()
  }, [visit])
  useEffect(() => {
    // To what is wrong first.
    if (faults.length > 0)
      form.current?.querySelector<HTMLElement>('.is-invalid button, [aria-invalid=true]')?.focus()
  }, [faults])

  const failed = failure && fieldOfFailure(failure)
  const faultOf = (field: EntryField): string | null => {
    const found = faults.find(each => each.field === field)
    if (found?.fault === 'empty') return t(emptyWords[field] ?? 'claim_empty')
    if (found) return t(faultWords[found.fault])
    return failure && failed === field ? t('claim_notTaken') : null
  }
  const isSaveKey = ({ key: pressed, ctrlKey, metaKey }: KeyboardEvent) =>
    pressed === 'Enter' && (ctrlKey || metaKey)

  return (
    <section
      class="claim-writing"
      aria-labelledby={`${id}-head`}
      onKeyDown={event => {
        const isInForm = event.target instanceof Node && form.current?.contains(event.target)
        if (isInForm && isSaveKey(event)) deeds.save(draft)
        if (event.key !== 'Escape') return
        if (isAsking) {
          setAsking(false)
          asker.current?.focus()
        } else deeds.close()
        // It is the form that is put away, and not what it stands in.
        event.stopPropagation()
      }}
    >
      <header class="asked-head">
        <h2 id={`${id}-head`} ref={heading} tabIndex={-1}>
          {t(origin.from === 'claim' ? 'claim_editHead' : 'claim_makeHead')}
        </h2>
        <button type="button" class="button" onClick={deeds.close}>
          {t('claim_later')}
        </button>
      </header>
      <blockquote class="claim-quote" id={`${id}-quote`} dir="auto">
        {proposal.words}
      </blockquote>
      <form
        ref={form}
        noValidate
        class="claim-form"
        onSubmit={event => {
          event.preventDefault()
          deeds.save(draft)
        }}
      >
        <ClaimFields
          draft={draft}
          quoteId={`${id}-quote`}
          isReadOnly={isSaving}
          faultOf={faultOf}
          onChange={changed => !isSaving && deeds.change(key, changed)}
          newQuestion={
            <button
              type="button"
              class="act"
              ref={asker}
              aria-expanded={isAsking}
              onClick={() => setAsking(!isAsking)}
            >
              {t('claim_newQuestion')}
            </button>
          }
        />
        <div role="status">
          {failure && !failed && <p class="fault">{t('sidebar_answerNotKept', sayFailure(t, failure))}</p>}
          {faults.length > 0 && <p class="fault">{t('claim_seeFields')}</p>}
          {!failure && faults.length === 0 && <p class="answer-note">{t('claim_note')}</p>}
        </div>
        <div class="answer-acts">
          <button type="submit" class="button is-main" aria-disabled={isSaving}>
            {t('sidebar_keep')}
          </button>
          <button type="button" class="button" disabled={isSaving} onClick={() => deeds.drop(key)}>
            {t('claim_discard')}
          </button>
        </div>
      </form>
      {isAsking && (
        <OwnDossierForm
          onSave={entry => deeds.saveOwnDossier(entry, draft)}
          onEnd={() => {
            setAsking(false)
            asker.current?.focus()
          }}
        />
      )}
    </section>
  )
}
