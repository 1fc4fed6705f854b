import { useMemo, useState } from 'preact/hooks'
import { noFilter, type QuestionEntry } from '../../../utils/model/questions-on-file'
import { formatYears } from '../../shared/format-time'
import { useWords, withCount } from '../../shared/words'
import { writePlace } from './questions-place'
import { SearchLine } from './SearchLine'

/** Drawn at once. */
const atOnce = 100

interface Props {
  entries: readonly QuestionEntry[]
  linkTo: (place: string) => string
}

/** All questions of all dossiers, those with most claims first, to be searched. */
export function QuestionList({ entries, linkTo }: Props) {
  const t = useWords()
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(atOnce)
  const hasSeveral = new Set(entries.map(({ dossier }) => dossier)).size > 1
  const found = useMemo(() => {
    const words = search.toLowerCase().split(/\s+/)
    return entries
      .filter(({ question, title }) => {
        const text = `${question.text} ${question.group} ${title}`.toLowerCase()
        return words.every(word => text.includes(word))
      })
      .toSorted((a, b) => b.claims - a.claims)
  }, [entries, search])
  const shown = found.slice(0, most)
  return (
    <>
      <SearchLine
        label={t('questions_searchQuestions')}
        value={search}
        onSearch={setSearch}
        found={withCount(t, 'questions_found', found.length)}
      />
      <ul class="question-list">
        {shown.map(entry => (
          <li key={`${entry.dossier} ${entry.question.id}`}>
            <a
              href={linkTo(
                writePlace({
                  at: 'question',
                  dossier: entry.dossier,
                  question: entry.question.id,
                  filter: noFilter,
                  claim: null,
                }),
              )}
            >
              {entry.question.text}
            </a>
            <p class="hint">
              {[
                withCount(t, 'questions_claims', entry.claims),
                ...(entry.counts
                  ? [
                      ...(entry.counts.isByClaims
                        ? []
                        : [withCount(t, 'questions_sources', entry.counts.sources)]),
                      withCount(t, 'questions_outlets', entry.counts.outlets),
                      formatYears(entry.counts.from, entry.counts.to),
                    ]
                  : []),
                ...(entry.own > 0 ? [t('questions_own', entry.own)] : []),
                ...(hasSeveral ? [entry.title] : []),
              ].join(' · ')}{' '}
              {entry.hasBoth && <span class="badge tone-dispute">{t('questions_both')}</span>}
            </p>
          </li>
        ))}
      </ul>
      {found.length > most && (
        <button type="button" class="more" onClick={() => setMost(most + atOnce)}>
          {withCount(t, 'sidebar_showMore', Math.min(atOnce, found.length - most))}
        </button>
      )}
    </>
  )
}
