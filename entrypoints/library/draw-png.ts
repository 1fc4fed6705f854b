/** Pixels of the picture for each of the SVG's: sharp on screens with small pixels, and in print. */
const times = 2

/** An SVG that needs nothing besides itself, drawn as a PNG of twice its size; null where the browser cannot. */
export async function drawPng(
  svg: string,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): Promise<Blob | null> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(widthPx * times)
    canvas.height = Math.round(heightPx * times)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise(resolve => canvas.toBlob(resolve, 'image/png'))
  } catch {
    // What cannot be decoded, or is larger than a canvas may be.
    return null
  } finally {
    URL.revokeObjectURL(url)
  }
}
