import { nativeBrowser } from './native-browser'

/** A text of the message catalogue, with `$1`, `$2`, … filled in; the key itself where the catalogue lacks it. */
export const translate = (key: string, ...values: (string | number)[]): string =>
  nativeBrowser().i18n.getMessage(key, values.map(String)) || key
