import type { NotTaken } from '../../utils/page/selection'

/** What is said where the reader wanted to highlight a selection and there is nothing to take. */
export const notTakenWords: Readonly<Record<NotTaken, string>> = {
  nothing: 'inline_nothingSelected',
  outside: 'inline_selectionOutside',
  editable: 'inline_selectionEditable',
  several: 'inline_selectionSeveral',
  'too-long': 'inline_selectionTooLong',
}
