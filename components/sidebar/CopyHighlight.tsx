import { useMemo } from 'preact/hooks'
import type { Anchoring, Highlight } from '../../utils/model/highlight'
import { useWords } from '../shared/words'
import { CopyText } from './CopyText'
import { useDeeds } from './deeds-context'
import { writeQuotation } from './write-quotation'

interface Props {
  highlight: Highlight
  /** Where it stands now: the link leads there. */
  anchoring: Anchoring
}

/** Copies a highlight as a quotation with where it is from, and a link to its words. */
export function CopyHighlight({ highlight, anchoring }: Props) {
  const t = useWords()
  const { deeds } = useDeeds()
  const link = useMemo(() => {
    let asked: Promise<string> | null = null
    const known: { url: string | null } = { url: null }
    const ask = async () => {
      const cited = await deeds.citeHighlight(highlight.id)
      // A quotation without its passage's link is better than none.
      known.url = cited.ok ? cited.value.url : (highlight.addresses[0] ?? '')
      return known.url
    }
    const prepare = () => {
      asked ??= ask()
      return asked
    }
    return { known, prepare }
  }, [deeds, highlight, anchoring])
  const write = () => {
    const { url } = link.known
    return url === null
      ? link.prepare().then(asked => writeQuotation(t, highlight, asked))
      : writeQuotation(t, highlight, url)
  }
  return <CopyText label={t('notes_copy')} write={write} onPrepare={link.prepare} rows={5} />
}
