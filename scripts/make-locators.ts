/**
 * Fills in the locators of the sample dossier from the passages that its pages mark:
 * `node scripts/make-locators.ts && biome format --write tests/fixtures`, after a change of a sample page.
 * A claim of an article without a page gets
 * the locator of its own statement: no text on any page has it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { locatorOf, readPassages } from '../tests/support/read-passages.ts'

const pages = new URL('../tests/fixtures/pages/', import.meta.url)
const path = new URL('../tests/fixtures/dossiers/sample.json', import.meta.url)

const passages = new Map<string, string>()
for (const name of readdirSync(pages)) {
  for (const [id, passage] of readPassages(readFileSync(new URL(name, pages), 'utf8')))
    passages.set(id, passage)
}
const dossier = JSON.parse(readFileSync(path, 'utf8'))
for (const claim of dossier.claims) claim.locator = locatorOf(passages.get(claim.id) ?? claim.statement)
writeFileSync(path, `${JSON.stringify(dossier, null, 2)}\n`)
