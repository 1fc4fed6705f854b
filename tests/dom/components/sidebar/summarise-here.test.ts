import { expect, test } from 'vitest'
import { summariseHere } from '../../../../components/sidebar/summarise-here'
import type { Position, SpeakerKind } from '../../../../utils/model/dossier'
import { english } from '../../../support/english'
import { makeClaimOnFile } from '../../../support/make-question'

const said = (position: Position, speaker: string, kind: SpeakerKind, via: string[] = ['Tarn Courier']) => ({
  position,
  claim: makeClaimOnFile({ id: `a#${speaker}`, speaker, kind, via }),
})
const summarise = (...answers: ReturnType<typeof said>[]) => summariseHere(english, answers)

test('who says yes and who says no, the unnamed by the outlet that heard them', () => {
  expect(
    summarise(
      said('no', 'two senior officials', 'anonymous', ['The Beacon', 'Tarn Courier']),
      said('yes', 'the Chancery', 'institution'),
    ),
  ).toBe('In this article: the Chancery says yes, The Beacon’s sources say no')
})

test.each([
  [said('yes', 'two officials', 'anonymous'), 'two officials say yes'],
  [
    said('unknown', 'officials close to the Chancery', 'anonymous'),
    'officials close to the Chancery leave it open',
  ],
  [said('no', 'an aide', 'anonymous'), 'an aide says no'],
  [said('yes', 'senior White House official', 'anonymous'), 'a senior White House official says yes'],
  [said('no', 'one of the officials', 'anonymous'), 'one of the officials says no'],
  [said('partly', 'Ilse Varn', 'named'), 'Ilse Varn says partly'],
  [said('unknown', 'Tarn Courier', 'outlet'), 'Tarn Courier leaves it open'],
])('one speaker: %#', (answer, words) => {
  expect(summarise(answer)).toBe(`In this article: ${words}`)
})

test('the same speaker is named once, and beyond two they are counted', () => {
  expect(summarise(said('yes', 'Ilse Varn', 'named'), said('yes', 'Ilse Varn', 'named'))).toBe(
    'In this article: Ilse Varn says yes',
  )
  const four = ['A', 'B', 'C', 'D'].map(name => said('yes', name, 'named'))
  expect(summarise(...four)).toBe('In this article: A, B and 2 others say yes')
})

test('of what a program is not sure it says so, and names nobody twice', () => {
  const unsure = (...parts: Parameters<typeof said>) => ({ ...said(...parts), isUnsure: true })
  expect(
    summarise(
      said('yes', 'Ilse Varn', 'named'),
      unsure('yes', 'Ilse Varn', 'named'),
      unsure('yes', 'two officials', 'anonymous'),
      unsure('unknown', 'the Chancery', 'institution'),
    ),
  ).toBe(
    'In this article: Ilse Varn says yes, two officials possibly say yes, the Chancery possibly leaves it open',
  )
})
