/** Elements that articles are written in; any other `<word` in a text is a text. */
const inline =
  'a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr'
const block =
  'article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul'
const tag = (names: string) => new RegExp(`</?(?:${names})(?:\\s[^<>]*)?/?>`, 'gi')
const [inlineTags, blockTags] = [tag(inline), tag(block)]

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/**
 * The words of a passage that was written with its HTML: without the tags of running text, with line breaks between
 * blocks. A text that has none of these tags is given back as it is. Nothing is made of what comes out but text.
 */
export function stripTags(html: string): string {
  const plain = html.replace(blockTags, '\n').replace(inlineTags, '')
  if (plain === html) return html
  return plain
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
      if (name) return named[String(name).toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()
}
