import { describe, expect, test } from 'vitest'
import messages from '../../public/_locales/en/messages.json'
import { listFiles, listSources } from './source-files'

const keys = Object.keys(messages)
const sources = listSources()
const code = sources.map(({ text }) => text).join('\n')
const config = listFiles(['.'], /^wxt\.config\.ts$/)
  .filter(({ path }) => path === 'wxt.config.ts')
  .map(({ text }) => text)
  .join('\n')

/** Keys whose last part is a value of the model (a relation, a rule, …) or a plural are asked for by their first part. */
const isQuoted = (word: string) => code.includes(`'${word}'`) || code.includes(`"${word}"`)
const isAskedFor = (key: string) =>
  isQuoted(key) ||
  isQuoted(key.replace(/_(one|other)$/, '')) ||
  config.includes(`__MSG_${key}__`) ||
  /^(relation|position|modality|reason|failure|speaker|verdict)_/.test(key)

describe('the message catalogue', () => {
  test('has no text that nobody asks for', () => {
    expect(keys.length).toBeGreaterThan(100)
    expect(keys.filter(key => !isAskedFor(key))).toEqual([])
  })

  test('has every text that is asked for by name', () => {
    const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key)
    expect(asked.length).toBeGreaterThan(50)
    expect(asked.filter(key => !(key in messages))).toEqual([])
  })

  test('has both numbers of every counted text', () => {
    const counted = [...code.matchAll(/withCount\(\s*\w+,\s*'([^']+)'/g)].map(([, key = '']) => key)
    expect(counted.length).toBeGreaterThan(3)
    expect(counted.filter(key => !(`${key}_one` in messages && `${key}_other` in messages))).toEqual([])
  })

  test('explains every rule that a judgement gives as its reason', () => {
    const pure = sources.filter(({ path }) => /^utils\/(reading|matching|services|anchoring)\//.test(path))
    const rules = pure.flatMap(({ text }) =>
      [...text.matchAll(/rule: '([^']+)'/g)].map(([, rule = '']) => rule),
    )
    expect(rules.length).toBeGreaterThan(5)
    expect(rules.filter(rule => !(`reason_${rule}` in messages))).toEqual([])
  })

  test('puts no text for readers into components', () => {
    // A text child that is a word: `>Some words<`. Signs and single letters are not words.
    const literal = /(?<!=)>\s*[A-Z]?[a-z]{3,}[^<>{}=;()]*</
    const inComponents = sources.filter(({ path }) => /^components\/.*\.tsx$/.test(path))
    expect(inComponents.length).toBeGreaterThan(8)
    expect(inComponents.filter(({ text }) => literal.test(text)).map(({ path }) => path)).toEqual([])
  })
})
