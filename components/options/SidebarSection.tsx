import { defaultPlace, textPercents } from '../../utils/model/sidebar-place'
import { useWords } from '../shared/words'
import { Choice } from './Choice'
import { Switch } from './Switch'
import type { SectionProps } from './section-props'
import { useSave } from './use-save'

/** When the sidebar opens, where it stands, and how large its text is. */
export function SidebarSection({ data, actions, after }: SectionProps) {
  const t = useWords()
  const { isHandleOnly, side, textPercent, makesRoom } = data.settings
  const save = useSave({ actions, after })
  const { makesRoom: _makesRoom, textPercent: _textPercent, ...firstPlace } = defaultPlace
  return (
    <section>
      <h2>{t('options_sidebar')}</h2>
      <Choice
        label="options_opening"
        hint="options_openingHint"
        value={isHandleOnly ? 'handle' : 'itself'}
        options={[
          { value: 'itself', text: t('options_opensItself') },
          { value: 'handle', text: t('options_opensByHandle') },
        ]}
        // Chosen again it does open again, also where it was closed last.
        onChange={to =>
          save(to === 'handle' ? { isHandleOnly: true } : { isHandleOnly: false, isSidebarOpen: true })
        }
      />
      <Choice
        label="options_side"
        value={side}
        options={[
          { value: 'left', text: t('options_sideLeft') },
          { value: 'right', text: t('options_sideRight') },
        ]}
        onChange={to => save({ side: to })}
      />
      <Choice
        label="options_text"
        hint="options_textHint"
        value={String(textPercent)}
        options={textPercents.map(percent => ({
          value: String(percent),
          text: t('options_percent', percent),
        }))}
        onChange={to =>
          save({ textPercent: textPercents.find(percent => String(percent) === to) ?? textPercent })
        }
      />
      <Switch
        label="options_makesRoom"
        hint="options_makesRoomHint"
        isOn={makesRoom}
        onChange={is => save({ makesRoom: is })}
      />
      <div class="row">
        <div>
          <span>{t('options_place')}</span>
          <p>{t('options_placeHint')}</p>
        </div>
        <button type="button" onClick={() => save(firstPlace)}>
          {t('options_placeReset')}
        </button>
      </div>
    </section>
  )
}
