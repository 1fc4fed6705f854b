import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type messages from '../../public/_locales/en/messages.json'

/** A key of the message catalogue, `public/_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages

/** Looks a text up in the catalogue of the browser's language and fills `$1`, `$2`, … in. */
export type Translate = (key: MessageKey, ...values: (string | number)[]) => string

/** Every text a component shows comes through this: components know no browser. */
export const Words = createContext<Translate>(key => key)

export const useWords = (): Translate => useContext(Words)

const plurals = new Intl.PluralRules(['en'])

const grouped = new Intl.NumberFormat('en')

/** "1,204". */
export const sayNumber = (value: number): string => grouped.format(value)

/** Picks `<key>_one` or `<key>_other` by count; `count` is `$1`, then the values. */
export const withCount = (t: Translate, key: string, count: number, ...values: (string | number)[]): string =>
  t(`${key}_${plurals.select(count) === 'one' ? 'one' : 'other'}` as MessageKey, sayNumber(count), ...values)
