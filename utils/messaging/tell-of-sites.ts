import { askBackground } from './ask'

/**
 * Waits for the browser's answer to a grant or its end, and until the background has looked at what is granted now: so
 * that whoever asked can go on from there. The background is told also where nothing changed: it looks for itself.
 */
export async function tellOfSites(asked: Promise<boolean>): Promise<boolean> {
  const isDone = await asked
  await askBackground('sites/changed', {})
  return isDone
}
