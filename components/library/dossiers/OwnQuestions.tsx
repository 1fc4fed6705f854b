import { useRef, useState } from 'preact/hooks'
import { useClaimsHere } from '../../claims/claims-context'
import { OwnDossierForm } from '../../claims/OwnDossierForm'
import { useWords } from '../../shared/words'

/** The way to a new dossier of the reader's own. */
export function OwnQuestions() {
  const t = useWords()
  const { deeds } = useClaimsHere()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  return (
    <div class="own-questions">
      <button
        type="button"
        class="button"
        ref={opener}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('own_new')}
      </button>
      {isOpen && (
        <OwnDossierForm
          onSave={deeds.saveOwnDossier}
          onEnd={() => {
            setOpen(false)
            opener.current?.focus()
          }}
        />
      )}
    </div>
  )
}
