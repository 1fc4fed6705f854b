import type { Highlight } from '../../utils/model/highlight'
import { countTags } from '../../utils/model/tags'
import { TagField } from '../highlights/TagField'
import { Icon } from '../shared/Icon'
import { MenuButton } from '../shared/MenuButton'
import { useWords, withCount } from '../shared/words'
import type { ExportFormat } from './export-format'
import { SaveMenu } from './SaveMenu'

interface Props {
  /** The words on how many are found. */
  found: string
  foundCount: number
  picked: readonly Highlight[]
  exportFormats: readonly ExportFormat<readonly Highlight[]>[]
  onPickAll: (isPicked: boolean) => void
  onTag: (tags: { add: string[]; remove: string[] }) => void
  onDelete: () => void
  /** What goes out where nothing is picked. */
  chooseForExport: () => readonly Highlight[]
}

/** So many tags are offered to be taken away. */
const shownTags = 30

/** How many are found, and what can be done with those that are picked. */
export function SelectionBar({ found, foundCount, picked, exportFormats, ...on }: Props) {
  const t = useWords()
  const isAll = foundCount > 0 && picked.length === foundCount
  const tags = countTags(picked)
    .slice(0, shownTags)
    .map(({ tag }) => tag)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div class="selection-bar" role="group" aria-label={t('library_selection')}>
      <label class="pick-all">
        <input
          type="checkbox"
          ref={box => {
            if (box) box.indeterminate = picked.length > 0 && !isAll
          }}
          checked={isAll}
          disabled={foundCount === 0}
          aria-label={withCount(t, 'library_pickAll', foundCount)}
          onChange={event => on.onPickAll(event.currentTarget.checked)}
        />
        <span role="status">{found}</span>
      </label>
      {picked.length > 0 && (
        <>
          <b>{withCount(t, 'library_picked', picked.length)}</b>
          <TagField tags={[]} onChange={add => on.onTag({ add, remove: [] })} />
          {tags.length > 0 && (
            <MenuButton
              label={t('library_untag')}
              look="act"
              items={tags.map(tag => ({
                id: tag,
                label: tag,
                onPick: () => on.onTag({ add: [], remove: [tag] }),
              }))}
            >
              {t('library_untag')}
            </MenuButton>
          )}
          <button type="button" class="act" onClick={on.onDelete}>
            <Icon name="bin" /> {t('library_deletePicked')}
          </button>
        </>
      )}
      <SaveMenu formats={exportFormats} choose={on.chooseForExport} />
    </div>
  )
}
