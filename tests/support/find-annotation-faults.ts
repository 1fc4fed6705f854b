// The rules of the W3C's Web Annotation Data Model (2017) for what we write, section by section, so that a document that
// breaks one is named. Written from the specification; only what may occur in ours is allowed.

type Value = unknown
const isObject = (value: Value): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: Value): Value[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** 3.3.5 */
const motivations = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
]
const isIri = (value: Value): boolean => typeof value === 'string' && URL.canParse(value)
/** 3.3.2: a dateTime in UTC, written with Z. */
const isTime = (value: Value): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value)
/** A term of the annotation context, or of a prefix that a context says. */
const isTerm = (name: string, known: readonly string[]): boolean =>
  known.includes(name) || /^(dcterms|sidelight):\w+$/.test(name)

/** What breaks the model, each with its place; empty where nothing does. */
export function findAnnotationFaults(document: Value): string[] {
  const faults: string[] = []
  const check = (isRight: boolean, fault: string): void => {
    if (!isRight) faults.push(fault)
  }
  const checkTerms = (value: Record<string, Value>, path: string, known: readonly string[]): void => {
    for (const name of Object.keys(value)) check(isTerm(name, known), `${path}.${name}: is no term`)
  }

  function checkAgent(agent: Value, path: string): void {
    if (!isObject(agent)) {
      check(isIri(agent), `${path}: 3.3.1 must be an agent`)
      return
    }
    checkTerms(agent, path, ['id', 'type', 'name', 'nickname'])
    check(['Person', 'Organization', 'Software'].includes(String(agent.type)), `${path}.type: 3.3.1`)
  }

  function checkBody(body: Value, path: string): void {
    if (!isObject(body)) {
      check(isIri(body), `${path}: 3.2.1 must be an IRI or an object`)
      return
    }
    checkTerms(body, path, ['type', 'value', 'format', 'language', 'purpose'])
    check(body.type === 'TextualBody', `${path}.type: 3.2.4`)
    check(typeof body.value === 'string', `${path}.value: 3.2.4 must be a text`)
    for (const purpose of listOf(body.purpose))
      check(motivations.includes(String(purpose)), `${path}.purpose: 3.3.5`)
  }

  function checkSelector(selector: Value, path: string): void {
    if (!isObject(selector)) {
      check(false, `${path}: 4.2`)
      return
    }
    const { type, exact, prefix, suffix, start, end } = selector
    if (type === 'TextQuoteSelector') {
      checkTerms(selector, path, ['type', 'exact', 'prefix', 'suffix'])
      check(typeof exact === 'string' && exact !== '', `${path}.exact: 4.2.4`)
      check(typeof prefix === 'string' && typeof suffix === 'string', `${path}.prefix: 4.2.4`)
    } else if (type === 'TextPositionSelector') {
      checkTerms(selector, path, ['type', 'start', 'end'])
      const isSpan = Number.isSafeInteger(start) && Number.isSafeInteger(end)
      check(isSpan && Number(start) >= 0 && Number(start) < Number(end), `${path}.start: 4.2.5`)
    } else check(false, `${path}.type: 4.2 ${String(type)}`)
  }

  function checkTarget(target: Value, path: string): void {
    if (!isObject(target)) {
      check(isIri(target), `${path}: 3.2.1`)
      return
    }
    checkTerms(target, path, ['type', 'source', 'selector', 'state', 'styleClass'])
    const { source, state, selector } = target
    check(target.type === 'SpecificResource', `${path}.type: 4`)
    if (isObject(source)) {
      checkTerms(source, `${path}.source`, ['id', 'type', 'format', 'language'])
      check(isIri(source.id), `${path}.source.id: 3.2.1 must be an IRI`)
      check(source.type === 'Text', `${path}.source.type: 3.2.2`)
    } else check(isIri(source), `${path}.source: 4 must be there once`)
    for (const [index, each] of listOf(selector).entries()) checkSelector(each, `${path}.selector[${index}]`)
    if (state !== undefined) {
      const isState = isObject(state) && state.type === 'TimeState' && isTime(state.sourceDate)
      check(isState, `${path}.state: 4.3.1`)
    }
  }

  function checkAnnotation(annotation: Value, path: string): void {
    if (!isObject(annotation)) {
      check(false, `${path}: 3.1`)
      return
    }
    const known = [
      'id',
      'type',
      'motivation',
      'creator',
      'created',
      'modified',
      'generator',
      'body',
      'target',
    ]
    checkTerms(annotation, path, known)
    check(isIri(annotation.id), `${path}.id: 3.1 must be an IRI`)
    check(annotation.type === 'Annotation', `${path}.type: 3.1`)
    check(annotation.target !== undefined, `${path}.target: 3.1 must be there`)
    for (const body of listOf(annotation.body)) checkBody(body, `${path}.body`)
    for (const target of listOf(annotation.target)) checkTarget(target, `${path}.target`)
    for (const each of listOf(annotation.motivation)) {
      check(motivations.includes(String(each)), `${path}.motivation: 3.3.5 ${String(each)}`)
    }
    for (const name of ['created', 'modified']) {
      const time = annotation[name]
      check(time === undefined || isTime(time), `${path}.${name}: 3.3.2`)
    }
    for (const agent of [...listOf(annotation.creator), ...listOf(annotation.generator)])
      checkAgent(agent, `${path}.creator`)
  }

  if (!isObject(document)) return ['the document must be an object']
  const { first, last, total } = document
  checkTerms(document, '', ['@context', 'id', 'type', 'label', 'generator', 'total', 'first', 'last'])
  check(listOf(document['@context'])[0] === 'http://www.w3.org/ns/anno.jsonld', '@context: 3.1')
  check(isIri(document.id), 'id: 5.1 must be an IRI')
  check(document.type === 'AnnotationCollection', 'type: 5.1')
  if (total === 0) check(first === undefined && last === undefined, 'first: an empty collection has no page')
  else if (isObject(first)) {
    checkTerms(first, 'first', ['id', 'type', 'startIndex', 'items', 'next', 'prev', 'partOf'])
    check(isIri(first.id) && first.type === 'AnnotationPage', 'first: 5.2')
    check(Array.isArray(first.items) && first.items.length === total, 'first.items: 5.2')
    check(last === first.id, 'last: 5.1')
    for (const [index, item] of listOf(first.items).entries()) checkAnnotation(item, `first.items[${index}]`)
  } else check(false, 'first: 5.1 must be there')
  const ids = listOf(isObject(first) ? first.items : []).map(item => (isObject(item) ? item.id : null))
  check(new Set(ids).size === ids.length, 'first.items: an id stands there twice')
  return faults
}
