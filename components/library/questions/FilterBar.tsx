import {
  type FilteredTimeline,
  type FilterList,
  filterLists,
  noFilter,
  type OpenedQuestion,
  type TimelineFilter,
} from '../../../utils/model/questions-on-file'
import { kindWords } from '../../shared/model-words'
import { type MessageKey, useWords } from '../../shared/words'
import { FilterMenu } from './FilterMenu'

const labels: Record<FilterList, MessageKey> = {
  subject: 'questions_leader',
  outlet: 'questions_outlet',
  speaker: 'questions_speaker',
  kind: 'questions_kind',
}

interface Props {
  filter: TimelineFilter
  options: FilteredTimeline['options']
  years: OpenedQuestion['years']
  onFilter: (filter: TimelineFilter) => void
}

/** What a timeline can be narrowed by. */
export function FilterBar({ filter, options, years, onFilter }: Props) {
  const t = useWords()
  const isOn =
    filterLists.some(list => filter[list].length > 0) || filter.since !== null || filter.until !== null
  const named = {
    ...options,
    kind: options.kind.map(option => ({
      ...option,
      label: t(kindWords[option.value as keyof typeof kindWords]),
    })),
  }
  const all = years ? Array.from({ length: years.to - years.from + 1 }, (_, index) => years.from + index) : []
  const side = (name: 'since' | 'until', label: MessageKey) => (
    <label class="filter-year">
      {t(label)}{' '}
      <select
        value={filter[name] ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, [name]: value === '' ? null : Number(value) })
        }
      >
        <option value="">{t('questions_anyYear')}</option>
        {all.map(year => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <fieldset class="question-filters" aria-label={t('questions_filters')}>
      {filterLists.map(list => (
        <FilterMenu
          key={list}
          label={t(labels[list])}
          options={named[list]}
          chosen={filter[list]}
          onChoose={chosen => onFilter({ ...filter, [list]: chosen })}
        />
      ))}
      {all.length > 1 && (
        <>
          {side('since', 'questions_from')}
          {side('until', 'questions_to')}
        </>
      )}
      {isOn && (
        <button type="button" class="act" onClick={() => onFilter(noFilter)}>
          {t('questions_clear')}
        </button>
      )}
    </fieldset>
  )
}
