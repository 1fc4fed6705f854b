import { render } from 'preact'
import { Library } from '../../components/library/Library'
import { Words } from '../../components/shared/words'
import { translate } from '../../utils/platform/translate'
import { makeActions } from './make-actions'
import '../../components/library/library.css'

const root = document.getElementById('app')
if (root) {
  render(
    <Words.Provider value={translate}>
      <Library actions={makeActions()} />
    </Words.Provider>,
    root,
  )
}
