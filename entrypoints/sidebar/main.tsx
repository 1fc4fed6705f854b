import { render } from 'preact'
import { Words } from '../../components/shared/words'
import { Sidebar } from '../../components/sidebar/Sidebar'
import { translate } from '../../utils/platform/translate'
import { makeActions } from './make-actions'
import '../../components/shared/tokens.css'
import '../../components/shared/shared.css'
import '../../components/shared/controls.css'
import '../../components/timeline/timeline.css'
import '../../components/shared/care-line.css'
import '../../components/sidebar/sidebar.css'
import '../../components/claims/claims.css'
import '../../components/sidebar/claims.css'
import '../../components/highlights/highlights.css'
import '../../components/sidebar/highlights.css'
import '../../components/sidebar/compare.css'
import '../../components/sidebar/sentences.css'
import '../../components/sidebar/machine.css'
import './style.css'

/** The tab a sidebar outside of a frame speaks of: `sidebar.html?tab=12`. */
function readTab(): number | undefined {
  const tab = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10)
  return Number.isNaN(tab) ? undefined : tab
}

render(
  <Words.Provider value={translate}>
    <Sidebar actions={makeActions(readTab())} />
  </Words.Provider>,
  document.body,
)
