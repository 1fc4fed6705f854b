/** What stands around a picture that is saved. */
interface Around {
  title: string
  /** Under the picture. */
  lines: readonly string[]
}

/** What of an element's look is written into the picture, since no style sheet goes with it. */
const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const
const family = 'system-ui, sans-serif'
const paddingPx = 16
const space = 'http://www.w3.org/2000/svg'
/** A letter of the title is narrower than this, em. */
const letterEm = 0.56

/**
 * A drawn timeline as an SVG that needs nothing besides itself: colours as they are now, fonts by their general name, the
 * question above and where it is from under it. Sizes in px.
 */
export function writePicture(
  drawn: SVGSVGElement,
  { title, lines }: Around,
): { svg: string; widthPx: number; heightPx: number } {
  const inner = drawn.cloneNode(true) as SVGSVGElement
  const copies = [inner, ...inner.querySelectorAll('*')]
  for (const [index, original] of [drawn, ...drawn.querySelectorAll('*')].entries())
    copyLook(original, copies[index])
  const [drawnPx, drawnHighPx] = ['width', 'height'].map(name => Number(drawn.getAttribute(name)))
  const { color, backgroundColor, emPx } = readGround(drawn)
  const widthPx = (drawnPx ?? 0) + 2 * paddingPx
  const perLine = Math.max(20, Math.floor((drawnPx ?? 0) / (letterEm * 1.25 * emPx)))
  const titleLines = breakLines(title, perLine)
  const below = lines.flatMap(line => breakLines(line, Math.floor(perLine * 1.25)))
  const lineOf = (px: number) => Math.round(1.45 * px)
  const topPx = paddingPx + titleLines.length * lineOf(1.25 * emPx) + paddingPx / 2
  const belowPx = topPx + (drawnHighPx ?? 0) + paddingPx / 2
  const heightPx = belowPx + below.length * lineOf(emPx) + paddingPx

  const picture = make('svg', { xmlns: space, width: widthPx, height: heightPx })
  picture.setAttribute('viewBox', `0 0 ${widthPx} ${heightPx}`)
  picture.setAttribute('font-family', family)
  picture.append(makeText('title', {}, title))
  picture.append(make('rect', { width: widthPx, height: heightPx, fill: backgroundColor }))
  for (const [index, line] of titleLines.entries()) {
    const y = paddingPx + (index + 1) * lineOf(1.25 * emPx) - 4
    picture.append(
      makeText('text', { x: paddingPx, y, fill: color, 'font-size': 1.25 * emPx, 'font-weight': 600 }, line),
    )
  }
  for (const name of ['class', 'role', 'aria-label']) inner.removeAttribute(name)
  inner.setAttribute('x', String(paddingPx))
  inner.setAttribute('y', String(topPx))
  inner.setAttribute('overflow', 'visible')
  picture.append(inner)
  for (const [index, line] of below.entries()) {
    const y = belowPx + (index + 1) * lineOf(emPx) - 4
    picture.append(makeText('text', { x: paddingPx, y, fill: color, 'font-size': emPx }, line))
  }
  return { svg: new XMLSerializer().serializeToString(picture), widthPx, heightPx }
}

function copyLook(original: Element, copy: Element | undefined): void {
  if (!copy) return
  const style = getComputedStyle(original)
  for (const name of looks) {
    const value = style.getPropertyValue(name)
    if (value) copy.setAttribute(name, value)
  }
  for (const name of ['class', 'style', 'aria-hidden']) copy.removeAttribute(name)
}

/** The colours around the picture, and how large its letters are. */
function readGround(drawn: Element): { color: string; backgroundColor: string; emPx: number } {
  const { color, fontSize } = getComputedStyle(drawn)
  let backgroundColor = ''
  for (let at: Element | null = drawn; at; at = at.parentElement) {
    const { backgroundColor: own } = getComputedStyle(at)
    if (own && own !== 'transparent' && !/^rgba\(.*, 0\)$/.test(own)) {
      backgroundColor = own
      break
    }
  }
  return { color, backgroundColor: backgroundColor || 'white', emPx: Number.parseFloat(fontSize) || 14 }
}

function breakLines(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(space, name) as SVGElement
  for (const [key, value] of Object.entries(attributes))
    if (key !== 'xmlns') element.setAttribute(key, String(value))
  return element
}

function makeText(name: string, attributes: Record<string, string | number>, text: string): SVGElement {
  const element = make(name, attributes)
  element.textContent = text
  return element
}
