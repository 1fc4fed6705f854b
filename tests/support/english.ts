import type { Translate } from '../../components/shared/words'
import messages from '../../public/_locales/en/messages.json'

/** The English catalogue as the browser reads it: `$1` to `$9` filled in, `$$` a dollar; the key where there is none. */
export const english: Translate = (key, ...values) => {
  const found = (messages as Record<string, { message: string }>)[key]
  if (!found) return key
  return found.message.replace(/\$(\$|\d)/g, (_, sign) =>
    sign === '$' ? '$' : String(values[sign - 1] ?? ''),
  )
}
