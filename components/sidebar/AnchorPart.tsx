import { useState } from 'preact/hooks'
import type { Anchoring, Highlight, OfferedPlace } from '../../utils/model/highlight'
import type { Failure } from '../../utils/model/result'
import { failureWords } from '../shared/model-words'
import { type MessageKey, type Translate, useWords } from '../shared/words'
import { AroundFold } from './AroundFold'
import { Differing } from './Differing'
import { useDeeds } from './deeds-context'
import { OfferedPlaces } from './OfferedPlaces'

interface Props {
  highlight: Highlight
  anchoring: Anchoring
  /** For the element that has the words as they were marked, where they stand here. */
  wordsId: string
}

/** Why words that were selected cannot be taken, by the page's own reason; others mean that the page has changed. */
const refusals: Partial<Record<string, MessageKey>> = {
  nothing: 'notes_selectFirst',
  editable: 'notes_selectFirst',
  'too-long': 'inline_selectionTooLong',
}
const sayRefusal = (t: Translate, { kind, detail }: Failure): string =>
  t(kind === 'bad-input' ? (refusals[detail] ?? 'notes_pageChanged') : failureWords[kind])

/** What is to be seen and done where a passage does not stand as it was saved. */
export function AnchorPart({ highlight, anchoring, wordsId }: Props) {
  const t = useWords()
  const { deeds } = useDeeds()
  const [isPicking, setPicking] = useState(false)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const attach = async (place: OfferedPlace | null) => {
    setRefusal(null)
    const attached = await deeds.attach(highlight.id, place)
    if (attached.ok) setPicking(false)
    else setRefusal(attached.failure)
  }
  const [{ exact, prefix, suffix }] = highlight.selectors
  const around = anchoring.state !== 'lost' && anchoring.around
  return (
    <>
      {anchoring.state === 'changed' && (
        <>
          <Differing savedId={wordsId} saved={exact} present={anchoring.words} colour={highlight.colour} />
          <div class="acts">
            <button
              type="button"
              class="act"
              onClick={() => attach({ ...anchoring, ...(anchoring.around ?? { prefix, suffix }) })}
            >
              {t('notes_keepNew')}
            </button>
            <button
              type="button"
              class="act"
              aria-expanded={isPicking}
              onClick={() => setPicking(!isPicking)}
            >
              {t('notes_pickAnother')}
            </button>
          </div>
        </>
      )}
      {around && <AroundFold saved={highlight.selectors[0]} present={around} />}
      {anchoring.state === 'lost' && (
        <>
          <p class="lost-why">{t(anchoring.reason === 'absent' ? 'notes_wordsGone' : 'notes_twoPlaces')}</p>
          <OfferedPlaces places={anchoring.places} onAttach={attach} />
        </>
      )}
      {(anchoring.state === 'lost' || isPicking) && (
        <p class="reattach">
          <span>{t('notes_howToAttach')}</span>{' '}
          <button type="button" class="act" onClick={() => attach(null)}>
            {t('notes_attachToSelection')}
          </button>
        </p>
      )}
      <p role="status" class="fault">
        {refusal && sayRefusal(t, refusal)}
      </p>
    </>
  )
}
