import { makeUnique } from './make-unique'

/** As many letters as leave room for a folder, an ending and a number, in systems that take 255 bytes. */
const longest = 80

/** What some system takes for something else: path, drive, wildcard, link, hidden file, device. */
const unwanted = /[\\/:*?"<>|#^[\]\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i

function nameFile(title: string): string {
  const plain = title.normalize('NFC').replace(unwanted, ' ').replace(/\s+/g, ' ')
  const cut = [...plain.trim()].slice(0, longest).join('')
  const name = cut.replace(/^[. ]+|[. ]+$/g, '')
  return device.test(name) ? `${name}_` : name || 'article'
}

/** A file's name for each title, that every system takes, none twice (letters of either case are one). */
export const nameFiles = (titles: readonly string[], ending: string): string[] =>
  makeUnique(
    titles.map(nameFile),
    (name, count) => `${name} (${count})`,
    name => name.toLowerCase(),
  ).map(name => name + ending)
