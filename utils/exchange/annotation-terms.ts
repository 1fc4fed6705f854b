// What Sidelight's own annotations are called, for what writes them and what reads them. `sidelight:` stands before what the
// W3C's model has no word for.

export const annotationContext = [
  'http://www.w3.org/ns/anno.jsonld',
  { sidelight: 'urn:sidelight:terms:' },
] as const

export const highlightPrefix = 'urn:sidelight:highlight:'
export const claimPrefix = 'urn:sidelight:claim:'
/** Stands for the address of an article of which only the title is known; its fingerprint follows. */
export const untoldPrefix = 'urn:sidelight:article:'

export const terms = {
  title: 'dcterms:title',
  outlet: 'dcterms:publisher',
  alsoAt: 'sidelight:alsoAt',
  stated: 'sidelight:stated',
  pageModified: 'sidelight:pageModified',
  locator: 'sidelight:locator',
  speaker: 'sidelight:speaker',
  chain: 'sidelight:chain',
  about: 'sidelight:about',
} as const
