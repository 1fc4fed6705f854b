import type { Translate } from '../shared/words'

const one = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** "1.2 MB", or "0.4 kB". */
export const saySize = (t: Translate, bytes: number): string =>
  bytes >= 1_000_000
    ? t('arrivals_megabytes', one.format(bytes / 1_000_000))
    : t('arrivals_kilobytes', one.format(bytes / 1_000))
