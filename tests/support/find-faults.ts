import axe from 'axe-core'

/**
 * What axe finds wrong in an element, as sentences. jsdom draws nothing, so contrast is measured elsewhere;
 * a part of a page has no landmarks of its own,
 * and what stands in a frame is a page of its own.
 */
export async function findFaults(element: Element): Promise<string[]> {
  const { violations, passes } = await axe.run(element, {
    iframes: false,
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  if (passes.length === 0) return ['axe found nothing to check']
  return violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help} (${node.html})`))
}
