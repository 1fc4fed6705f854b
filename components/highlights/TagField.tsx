import { useId, useRef, useState } from 'preact/hooks'
import { limits } from '../../utils/model/limits'
import { tagKey, tidyTag } from '../../utils/model/tags'
import { Icon } from '../shared/Icon'
import { useWords } from '../shared/words'
import { useCardDeeds } from './deeds-context'

interface Props {
  tags: string[]
  onChange: (tags: string[]) => void
}

/** So many completions are looked through at a glance. */
const shownTags = 6

/**
 * A highlight's tags, and a field for more with those given before: a combobox as the ARIA authoring practices have it.
 * Enter or a comma ends a tag, Backspace in the empty field takes the last one away.
 */
export function TagField({ tags, onChange }: Props) {
  const t = useWords()
  const deeds = useCardDeeds()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [known, setKnown] = useState<string[]>([])
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)

  const given = new Set(tags.map(tagKey))
  const wanted = tagKey(typed)
  const offered = known
    .filter(tag => !given.has(tagKey(tag)) && tagKey(tag) !== wanted && tagKey(tag).includes(wanted))
    .toSorted((a, b) => Number(tagKey(b).startsWith(wanted)) - Number(tagKey(a).startsWith(wanted)))
    .slice(0, shownTags)
  const isShown = isOpen && offered.length > 0

  const open = async () => {
    const listed = await deeds.listTags()
    if (listed.ok) setKnown(listed.value.map(({ tag }) => tag))
  }
  const write = (text: string) => {
    setTyped(text)
    setActive(-1)
    setOpen(text !== '')
  }
  const add = (texts: string[]) => {
    const more = texts.map(tidyTag).filter(tag => tag !== '' && !given.has(tagKey(tag)))
    if (more.length > 0) onChange([...tags, ...more].slice(0, limits.tags))
  }
  const remove = (tag: string) => {
    onChange(tags.filter(other => other !== tag))
    field.current?.focus()
  }
  const take = (text: string) => {
    add([text])
    write('')
  }
  const onInput = (text: string) => {
    const parts = text.split(',')
    const rest = parts.pop() ?? ''
    if (parts.length > 0) add(parts)
    write(rest.trimStart())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const { key } = event
    if (key === 'Enter') take(offered[active] ?? typed)
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      // Before the first and behind the last stands the field itself.
      const by = key === 'ArrowDown' ? 1 : -1
      if (isShown) setActive(((active + 1 + by + offered.length + 1) % (offered.length + 1)) - 1)
      setOpen(true)
    } else if (key === 'Escape' && (isShown || typed !== '')) isShown ? setOpen(false) : write('')
    else if (key === 'Escape') field.current?.closest<HTMLElement>('[data-highlight]')?.focus()
    else if (key === 'Backspace' && typed === '' && tags.length > 0) onChange(tags.slice(0, -1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div class="tags">
      {tags.length > 0 && (
        <ul aria-label={t('notes_tags')}>
          {tags.map(tag => (
            <li class="tag" key={tag}>
              {tag}
              <button type="button" aria-label={t('notes_removeTag', tag)} onClick={() => remove(tag)}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {tags.length < limits.tags && (
        <div class="tag-field">
          <input
            ref={field}
            role="combobox"
            aria-label={t('notes_addTag')}
            placeholder={t('notes_addTag')}
            aria-autocomplete="list"
            aria-expanded={isShown}
            aria-controls={`${id}-list`}
            aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
            autocomplete="off"
            maxLength={limits.tag}
            value={typed}
            onFocus={open}
            onInput={event => onInput(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => take(typed)}
          />
          <div role="listbox" id={`${id}-list`} aria-label={t('notes_knownTags')} hidden={!isShown}>
            {isShown &&
              offered.map((tag, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, as the pattern has it
                <div
                  role="option"
                  tabIndex={-1}
                  key={tag}
                  id={`${id}-${index}`}
                  aria-selected={index === active}
                  // The field keeps the focus.
                  onPointerDown={event => event.preventDefault()}
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => take(tag)}
                >
                  {tag}
                </div>
              ))}
          </div>
        </div>
      )}
    </div>
  )
}
