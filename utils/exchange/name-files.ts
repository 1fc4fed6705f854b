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
export function nameFiles(titles: readonly string[], ending: string): string[] {
  const taken = new Set<string>()
  return titles.map(title => {
    const name = nameFile(title)
    let unique = name
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${name} (${count})`
    taken.add(unique.toLowerCase())
    return unique + ending
  })
}
