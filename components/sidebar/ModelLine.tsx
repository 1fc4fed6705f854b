import type { Reading } from '../../utils/model/reading'
import { failureWords } from '../shared/model-words'
import { type Translate, useWords } from '../shared/words'
import { useDeeds } from './deeds-context'

function sayUse(t: Translate, { modelUse, claims }: Reading): string | null {
  switch (modelUse.is) {
    case 'not needed':
      return null
    case 'reading':
      return t('sidebar_modelReading', modelUse.read, modelUse.of)
    case 'done':
      return t(claims.some(({ machine }) => machine) ? 'sidebar_modelDone' : 'sidebar_modelNothing')
    case 'off':
      return t('sidebar_modelOff')
    case 'other language':
      return t('sidebar_modelLanguage')
    case 'failed':
      return `${t(failureWords[modelUse.failure.kind])} ${t('sidebar_modelByWords')}`
  }
}

/** Whether a program read the article, once for all of it. It is as high while it reads as when it has read. */
export function ModelLine({ reading }: { reading: Reading }) {
  const t = useWords()
  const { deeds } = useDeeds()
  const said = sayUse(t, reading)
  if (said === null) return null
  return (
    <div class="model-line aside-note">
      {/* Read aloud once: a number that counts on would be read each time. */}
      <p role="status" aria-live={reading.modelUse.is === 'reading' ? 'off' : 'polite'}>
        {said}
      </p>
      {reading.modelUse.is === 'off' && (
        <button type="button" class="act" onClick={deeds.openOptions}>
          {t('sidebar_openOptions')}
        </button>
      )}
    </div>
  )
}
