import { MenuButton } from '../shared/MenuButton'
import { useWords } from '../shared/words'
import type { ExportFormat } from './export-format'
import { FileSaveState, useFileSave } from './use-file-save'

interface Props<Chosen> {
  formats: readonly ExportFormat<Chosen>[]
  /** Asked when a format is picked. */
  choose: () => Chosen
}

/** The ways of taking what was chosen out as a file; while one is written, how far it is, and the way to stop it. */
export function SaveMenu<Chosen>({ formats, choose }: Props<Chosen>) {
  const t = useWords()
  const { state, save, stop } = useFileSave()
  return (
    <div class="save-menu">
      <MenuButton
        label={t('library_export')}
        look="act"
        items={formats.map(format => ({
          id: format.id,
          label: t(format.label),
          onPick: () => void save(watch => format.save(choose(), watch)),
        }))}
      >
        {t('library_export')}
      </MenuButton>
      <FileSaveState state={state} stop={stop} />
    </div>
  )
}
