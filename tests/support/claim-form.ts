import type { Frame, Page } from 'puppeteer-core'
import { shown } from './shown-words.ts'
import { waitUntil } from './wait-until.ts'

type Where = Page | Frame

/** Waits until the form of a claim stands there. */
export const waitForForm = (where: Where): Promise<boolean> =>
  waitUntil('the form stands there', () =>
    where.evaluate(() => document.querySelector('.claim-writing h2') !== null),
  )

/** The field that this label names: its value, and whether something is wrong with it. */
export const readField = (where: Where, label: string) =>
  where.evaluate(wanted => {
    const found = [...document.querySelectorAll('label')].find(each => each.textContent?.trim() === wanted)
    const field = found?.control as HTMLInputElement | HTMLSelectElement | null | undefined
    if (!field) throw new Error(`no field is labelled “${wanted}”`)
    return {
      value: field.value,
      isInvalid: field.getAttribute('aria-invalid') === 'true',
      isFocused: document.activeElement === field,
    }
  }, label)

/** Writes into it, as typing does, in place of what stands there. */
export const fillField = (where: Where, label: string, text: string): Promise<void> =>
  where.evaluate(
    (wanted, value) => {
      const found = [...document.querySelectorAll('label')].find(each => each.textContent?.trim() === wanted)
      const field = found?.control as HTMLInputElement | null | undefined
      if (!field) throw new Error(`no field is labelled “${wanted}”`)
      field.focus()
      field.value = value
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    label,
    text,
  )

/** Chooses the question of these words. */
export const chooseQuestion = (where: Where, text: string): Promise<void> =>
  where.evaluate(
    (label, wanted) => {
      const found = [...document.querySelectorAll('label')].find(each => each.textContent?.trim() === label)
      const select = found?.control as HTMLSelectElement | null | undefined
      const option = [...(select?.options ?? [])].find(each => each.text === wanted)
      if (!select || !option) throw new Error(`no question “${wanted}”`)
      select.value = option.value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    },
    shown('sidebar_answerQuestion'),
    text,
  )

/** The words of the question that is chosen. */
export const readQuestion = (where: Where): Promise<string> =>
  where.evaluate(label => {
    const found = [...document.querySelectorAll('label')].find(each => each.textContent?.trim() === label)
    return (found?.control as HTMLSelectElement | null)?.selectedOptions[0]?.text ?? ''
  }, shown('sidebar_answerQuestion'))
