import type { RefObject } from 'preact'
import { useEffect, useId } from 'preact/hooks'
import { highlightColours } from '../../utils/model/highlight'
import type { Settings } from '../../utils/model/settings'
import { Icon } from '../shared/Icon'
import { nameColour } from '../shared/model-words'
import { type MessageKey, useWords } from '../shared/words'
import { type Grouping, groupings, type HighlightFilter } from './arrange-highlights'

interface Props {
  filter: HighlightFilter
  onFilter: (change: Partial<HighlightFilter>) => void
  grouping: Grouping
  onGroup: (by: Grouping) => void
  /** The most frequent first. */
  tags: readonly string[]
  colourNames: Settings['colourNames']
  /** What the article is called that alone is wanted; null where none is. */
  articleTitle: string | null
  search: RefObject<HTMLInputElement | null>
}

const groupWords: Record<Grouping, MessageKey> = {
  none: 'library_groupNone',
  article: 'library_groupArticle',
  tag: 'library_groupTag',
  colour: 'library_groupColour',
  month: 'library_groupMonth',
}

/** What of the highlights is wanted, and in which order. `/` leads to the search, Escape empties it. */
export function HighlightFilters({ filter, onFilter, search, ...props }: Props) {
  const t = useWords()
  const id = useId()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select')
      const field = search.current
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      // Another view is shown.
      if (!field || field.closest('[hidden]')) return
      event.preventDefault()
      field.focus()
      field.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [search])
  const day = (name: 'since' | 'until', label: MessageKey) => (
    <label>
      {t(label)}
      <input
        type="date"
        value={filter[name]}
        onInput={event => onFilter({ [name]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <search class="filters">
      <div class="search-field">
        <label class="unseen" for={`${id}-search`}>
          {t('library_search')}
        </label>
        <input
          id={`${id}-search`}
          ref={search}
          type="search"
          placeholder={t('library_searchHint')}
          autocomplete="off"
          spellcheck={false}
          value={filter.words}
          aria-keyshortcuts="/"
          onInput={event => onFilter({ words: event.currentTarget.value })}
          onKeyDown={event => {
            if (event.key !== 'Escape' || filter.words === '') return
            event.preventDefault()
            onFilter({ words: '' })
          }}
        />
        <kbd>/</kbd>
      </div>
      <div class="filter-row">
        <label>
          {t('library_colour')}
          <select
            value={filter.colour}
            onChange={({ currentTarget: { value } }) =>
              onFilter({ colour: highlightColours.find(colour => colour === value) ?? '' })
            }
          >
            <option value="">{t('library_all')}</option>
            {highlightColours.map(colour => (
              <option key={colour} value={colour}>
                {nameColour(t, colour, props.colourNames)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('library_tag')}
          <select value={filter.tag} onChange={event => onFilter({ tag: event.currentTarget.value })}>
            <option value="">{t('library_all')}</option>
            {props.tags.map(tag => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </select>
        </label>
        {day('since', 'library_since')}
        {day('until', 'library_until')}
        <label class="group-by">
          {t('library_groupBy')}
          <select
            value={props.grouping}
            onChange={({ currentTarget: { value } }) =>
              props.onGroup(groupings.find(by => by === value) ?? 'none')
            }
          >
            {groupings.map(by => (
              <option key={by} value={by}>
                {t(groupWords[by])}
              </option>
            ))}
          </select>
        </label>
      </div>
      {props.articleTitle !== null && (
        <p class="article-filter">
          {t('library_onlyArticle')} <b>{props.articleTitle}</b>{' '}
          <button type="button" class="act" onClick={() => onFilter({ article: '' })}>
            <Icon name="close" /> {t('library_allArticles')}
          </button>
        </p>
      )}
    </search>
  )
}
