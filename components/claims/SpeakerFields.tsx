import { type Speaker, type SpeakerKind, speakerKinds } from '../../utils/model/dossier'
import { limits } from '../../utils/model/limits'
import { type MessageKey, useWords } from '../shared/words'

const kindWords: Record<SpeakerKind, MessageKey> = {
  named: 'sidebar_kindNamed',
  anonymous: 'sidebar_kindAnonymous',
  institution: 'sidebar_kindInstitution',
  outlet: 'sidebar_kindOutlet',
}

interface Props {
  id: string
  /** Without a name: the outlet itself. */
  speaker: Speaker
  isReadOnly: boolean
  isInvalid?: boolean
  describedBy?: string
  onChange: (speaker: Speaker) => void
}

/** A speaker by another name is somebody else: role and body were the first one's. */
export const renameSpeaker = ({ kind, ...speaker }: Speaker, name: string): Speaker =>
  name === speaker.name ? { ...speaker, kind } : { name, kind }

/** Who says it, and what kind of speaker that is; the label is the form's. */
export function SpeakerFields({ id, speaker, isReadOnly, isInvalid = false, describedBy, onChange }: Props) {
  const t = useWords()
  return (
    <div class="answer-speaker">
      <input
        id={id}
        class="note"
        maxLength={limits.name}
        placeholder={t('sidebar_answerOutlet')}
        readOnly={isReadOnly}
        value={speaker.name}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        onInput={event => onChange(renameSpeaker(speaker, event.currentTarget.value))}
      />
      <select
        class="note"
        aria-label={t('sidebar_answerKind')}
        disabled={isReadOnly || speaker.name.trim() === ''}
        value={speaker.kind}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...speaker, kind: speakerKinds.find(kind => kind === value) ?? speaker.kind })
        }
      >
        {speakerKinds.map(kind => (
          <option key={kind} value={kind}>
            {t(kindWords[kind])}
          </option>
        ))}
      </select>
    </div>
  )
}
