import { readFileSync } from 'node:fs'

const path = new URL('../../public/_locales/en/messages.json', import.meta.url)
const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>

/** What the interface says for a key, so that stories follow when it is worded anew. `$1`… are filled in. */
export function shown(key: string, ...values: string[]): string {
  const entry = messages[key]
  if (!entry) throw new Error(`no message ${key}`)
  return entry.message.replace(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '').replaceAll('$$', '$')
}
