import type { Settings } from '../../utils/model/settings'
import type { MessageKey } from '../shared/words'

const words: Record<keyof Settings, MessageKey> = {
  isPaused: 'options_paused',
  offHosts: 'arrivals_settingOff',
  dismissedAddresses: 'arrivals_settingDismissed',
  isSidebarOpen: 'arrivals_settingOpening',
  isHandleOnly: 'arrivals_settingOpening',
  areMarksShown: 'options_marks',
  areHighlightsShown: 'options_highlightsShown',
  colour: 'arrivals_settingColour',
  colourNames: 'arrivals_settingColourNames',
  isModelOn: 'options_modelSwitch',
  sureness: 'arrivals_settingSureness',
  historyDays: 'library_history',
  removedDossiers: 'arrivals_settingRemoved',
  side: 'arrivals_settingSide',
  widthPx: 'arrivals_settingWidth',
  sheet: 'arrivals_settingHeight',
  handleAt: 'arrivals_settingHandle',
  textPercent: 'arrivals_settingText',
  makesRoom: 'arrivals_settingRoom',
}

/** What a setting is called in a list of settings. Two may be one thing to a reader. */
export const nameSetting = (name: keyof Settings): MessageKey => words[name]
