import { expect, test } from 'vitest'
import { findDenied } from '../../../utils/reading/find-denied'
import { tagArticle } from '../../support/tag-article'

function denied(marked: string) {
  const { text, readings } = tagArticle(marked)
  return findDenied(text, readings[0] ?? [])
}

test.each([
  [
    'the line of the mayor had been tapped.',
    '<s>The palace</s> <q>denied</q> <c>that the line of the mayor had been tapped</c>.',
  ],
  // The tags end too early.
  [
    'the line that she used in the mill had been tapped.',
    '<s>The palace</s> <q>denies</q> <c>that the line that she used</c> in the mill had been tapped.',
  ],
  [
    'the line had been tapped by millers',
    '<s>Millers</s> <q>dismissed</q> <c>as false the claim that the line had been tapped</c> by millers, but nobody asked.',
  ],
  [
    'the line had been tapped',
    '<c>Reports that the line had been tapped</c> <q>were rejected</q> by <s>the palace</s>.',
  ],
  [
    'the line was tapped or copied',
    '<s>Reil</s> <q>disputes</q> <c>that the line was tapped or copied</c>, and <s>she</s> <q>said</q> <c>so</c>.',
  ],
])('%s', (words, marked) => {
  expect(denied(marked)).toBe(words)
})

test.each([
  '<s>The palace</s> <q>said</q> <c>that the line of the mayor had been tapped</c>.',
  '<s>The palace</s> <q>did not deny</q> <c>that the line of the mayor had been tapped</c>.',
  '<s>The palace</s> <q>would neither confirm nor deny</q> <c>that the line had been tapped</c>.',
  '<s>The palace</s> <q>declined to dispute</q> <c>that the line had been tapped</c>.',
  // What is denied is said elsewhere.
  '<s>The palace</s> <q>denied</q> <c>the report</c>.',
  // Most of it is what she says.
  '<q>Denying</q> <c>what the Post had of it</c>, <s>she</s> <q>said</q> <c>that she never had a line at home and that nobody could have tapped one there</c>.',
  'The palace denied that the line had been tapped.',
  '',
])('nothing: %s', marked => {
  expect(denied(marked)).toBeNull()
})
