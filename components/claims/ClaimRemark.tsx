import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { limits } from '../../utils/model/limits'
import type { ClaimOnFile } from '../../utils/model/reading'
import { useWords } from '../shared/words'
import { useClaimsHere } from './claims-context'

/**
 * What the reader can say of a claim in a dossier: dispute it, with a reason that is shown with it from then on, or hide it. A
 * claim of the reader's own has neither: it is changed or taken back.
 */
export function ClaimRemark({ claim }: { claim: ClaimOnFile }) {
  const t = useWords()
  const { deeds } = useClaimsHere()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const isOpen = draft !== null
  useEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])
  if (claim.source.isReaders) return null
  const { disputed } = claim
  const close = () => {
    setDraft(null)
    opener.current?.focus()
  }
  const remark = async (wanted: Parameters<typeof deeds.remark>[1]) => {
    if (isSaving) return
    setSaving(true)
    const isDone = await deeds.remark(claim.id, wanted)
    setSaving(false)
    if (isDone) close()
  }
  return (
    <>
      <button
        type="button"
        class="act"
        ref={opener}
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : setDraft(disputed ?? ''))}
      >
        {t(disputed === undefined ? 'remark_dispute' : 'remark_change')}
      </button>
      {disputed !== undefined && (
        <button type="button" class="act" onClick={() => remark(null)}>
          {t('remark_takeBack')}
        </button>
      )}
      <button type="button" class="act" onClick={() => remark({ kind: 'hidden', reason: '' })}>
        {t('remark_hide')}
      </button>
      {isOpen && (
        <form
          class="remark-form"
          onSubmit={event => {
            event.preventDefault()
            remark({ kind: 'disputed', reason: draft })
          }}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            close()
            event.stopPropagation()
          }}
        >
          <label class="note-label" for={id}>
            {t('remark_reason')}
          </label>
          <textarea
            id={id}
            class="note"
            ref={field}
            rows={2}
            maxLength={limits.title}
            value={draft}
            onInput={event => setDraft(event.currentTarget.value)}
          />
          <p class="answer-note">{t('remark_note')}</p>
          <div class="answer-acts">
            <button type="submit" class="button is-main" aria-disabled={isSaving}>
              {t('remark_save')}
            </button>
            <button type="button" class="button" onClick={close}>
              {t('sidebar_cancel')}
            </button>
          </div>
        </form>
      )}
    </>
  )
}
