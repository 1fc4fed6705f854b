import type { ExportContent, ExportPart } from './export-content'
import { writeAnnotations } from './write-annotations'
import { writeBibtex } from './write-bibtex'
import { writeCsl } from './write-csl'
import { writeCsv } from './write-csv'
import { writeHtml } from './write-html'
import { writeMarkdownZip } from './write-markdown'
import { writeSchemaOrg } from './write-schema-org'

/** A form in which highlights, claims or the articles to cite leave as one file. */
export interface ExportFormat {
  id: 'annotations' | 'markdown' | 'csv' | 'csl' | 'bibtex' | 'html' | 'schema-org'
  /** With its dot. */
  extension: string
  mime: string
  /** The file's pieces, in order. */
  write: (content: ExportContent) => Iterable<ExportPart>
}

/** In the order in which they are offered. The backup is none of them: it is the whole of it, and comes in again as it was. */
export const exportFormats: readonly ExportFormat[] = [
  { id: 'markdown', extension: '.zip', mime: 'application/zip', write: writeMarkdownZip },
  { id: 'html', extension: '.html', mime: 'text/html', write: writeHtml },
  { id: 'csv', extension: '.csv', mime: 'text/csv', write: writeCsv },
  { id: 'annotations', extension: '.jsonld', mime: 'application/ld+json', write: writeAnnotations },
  { id: 'csl', extension: '.json', mime: 'application/vnd.citationstyles.csl+json', write: writeCsl },
  { id: 'bibtex', extension: '.bib', mime: 'application/x-bibtex', write: writeBibtex },
  { id: 'schema-org', extension: '.jsonld', mime: 'application/ld+json', write: writeSchemaOrg },
]
