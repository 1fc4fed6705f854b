import { useEffect, useRef } from 'preact/hooks'
import type { ModelUse } from '../../utils/model/model-use'
import type { OnFile } from '../../utils/model/on-file'
import { failureWords } from '../shared/model-words'
import { type Translate, useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import { mostOpen } from './fold-related'
import { RelatedList } from './RelatedList'
import type { AskedWords } from './sidebar-state'

/** So many characters of the words are shown: enough to know them again. */
const quoted = /^.{1,200}(?=\s|$)/su
const cutWords = (words: string): string => {
  const cut = quoted.exec(words)?.[0] ?? [...words].slice(0, 200).join('')
  return cut === words ? words : `${cut}…`
}

/** Why the model did not find it; null where nothing is to be said. */
function sayUse(t: Translate, use: ModelUse): string | null {
  if (use.is === 'off') return t('onFile_modelOff')
  if (use.is === 'other language') return t('onFile_otherLanguage')
  if (use.is === 'failed') return t('onFile_modelFailed', t(failureWords[use.failure.kind]))
  return use.is === 'done' ? t('onFile_modelFoundNothing') : null
}

function sayFound(t: Translate, { by, modelUse, questions, cut }: OnFile): string {
  const isNothing = questions.length === 0
  return [
    isNothing ? t('onFile_nothing') : t(by === 'model' ? 'onFile_byModel' : 'onFile_byTerms'),
    // That nothing is near by the model either goes without saying.
    by === 'model' || (isNothing && modelUse.is === 'done') ? null : sayUse(t, modelUse),
    cut && t('onFile_cut', cut.read, cut.of),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What is on file about words that the reader selected on the page, question by question. */
export function OnFilePanel({ asked: { words, count, found } }: { asked: AskedWords }) {
  const t = useWords()
  const { deeds } = useDeeds()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (count > 0) heading.current?.focus()
  }, [count])
  const close = () => deeds.dispatch({ do: 'words/closed' })
  return (
    <section
      class="asked"
      aria-labelledby="on-file-heading"
      aria-busy={found.state === 'loading'}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        close()
        event.stopPropagation()
      }}
    >
      <header class="asked-head">
        <h2 id="on-file-heading" ref={heading} tabIndex={-1}>
          {t('onFile_head')}
        </h2>
        <button type="button" class="button" onClick={close}>
          {t('onFile_close')}
        </button>
      </header>
      <blockquote class="sentence-text here" dir="auto">
        {cutWords(words)}
      </blockquote>
      <p class="aside-note" role="status">
        {found.state === 'loading' && t('onFile_looking')}
        {found.state === 'failed' && t(failureWords[found.failure.kind])}
        {found.state === 'ready' && sayFound(t, found.onFile)}
      </p>
      {found.state === 'failed' && (
        <button type="button" class="button" onClick={() => deeds.findWords(words)}>
          {t('sidebar_tryAgain')}
        </button>
      )}
      {found.state === 'ready' &&
        found.onFile.questions.map(({ dossier, question, related }) => (
          <article class="card question" key={`${dossier.id} ${question.id}`}>
            <header class="question-head">
              <h3>{question.text}</h3>
              {found.onFile.dossiers > 1 && <p class="aside-note">{dossier.title}</p>}
            </header>
            <RelatedList
              group={{
                relation: 'related',
                position: null,
                open: related.slice(0, mostOpen),
                folded: related.slice(mostOpen),
              }}
              question={question.id}
              here={new Map()}
              visitOf={() => 0}
              hasHead={false}
            />
          </article>
        ))}
    </section>
  )
}
