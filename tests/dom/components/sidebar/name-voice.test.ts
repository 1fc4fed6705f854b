import { describe, expect, test } from 'vitest'
import { nameVoice } from '../../../../components/sidebar/name-voice'
import type { SpeakerKind } from '../../../../utils/model/dossier'
import { english } from '../../../support/english'
import { makeClaimOnFile } from '../../../support/make-question'

const says = (speaker: string, kind: SpeakerKind) => {
  const { name, isPlural } = nameVoice(english, makeClaimOnFile({ id: 'a#1', speaker, kind }))
  return `${name} ${isPlural ? 'say' : 'says'}`
}

describe('one unnamed speaker has an article', () => {
  test.each([
    ['senior White House official', 'a senior White House official says'],
    ['White House official', 'a White House official says'],
    ['official', 'an official says'],
    ['former adviser', 'a former adviser says'],
    ['unnamed official', 'an unnamed official says'],
    ['union leader', 'a union leader says'],
    ['European diplomat', 'a European diplomat says'],
    ['US official', 'a US official says'],
    ['U.S. official', 'a U.S. official says'],
    ['EU official', 'an EU official says'],
    ['Ukrainian officer', 'a Ukrainian officer says'],
    ['NSA contractor', 'an NSA contractor says'],
    ['MI6 officer', 'an MI6 officer says'],
    ['NATO official', 'a NATO official says'],
    ['Mossad official', 'a Mossad official says'],
    ['person briefed on the matter', 'a person briefed on the matter says'],
    ['source familiar with the briefings', 'a source familiar with the briefings says'],
    ['aide to two presidents', 'an aide to two presidents says'],
  ])('%s', (speaker, said) => expect(says(speaker, 'anonymous')).toBe(said))
})

describe('what has one keeps it, and what needs none has none', () => {
  test.each([
    ['an aide', 'an aide says'],
    ['one of the officials', 'one of the officials says'],
    ['the chief of staff', 'the chief of staff says'],
    ['Trump’s adviser', 'Trump’s adviser says'],
    ['two senior officials', 'two senior officials say'],
    ['people close to the matter', 'people close to the matter say'],
    ['current and former US officials', 'current and former US officials say'],
    ['experts from two universities', 'experts from two universities say'],
    ['Trump’s aides', 'Trump’s aides say'],
    ['former spokesmen', 'former spokesmen say'],
  ])('%s', (speaker, said) => expect(says(speaker, 'anonymous')).toBe(said))
})

describe('a name is a name', () => {
  test.each<[string, SpeakerKind, string]>([
    ['White House', 'institution', 'White House says'],
    ['Thales', 'institution', 'Thales says'],
    ['White House officials', 'institution', 'White House officials say'],
    ['CISA and FBI', 'institution', 'CISA and FBI say'],
    [
      'Department of Health and Human Services',
      'institution',
      'Department of Health and Human Services says',
    ],
    ['Ilse Varn and Bram Ostrel', 'named', 'Ilse Varn and Bram Ostrel say'],
    ['upday', 'outlet', 'upday says'],
  ])('%s', (speaker, kind, said) => expect(says(speaker, kind)).toBe(said))
})
