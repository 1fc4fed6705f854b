import { articleAddress } from '../shared/article-address'
import { type MessageKey, useWords } from '../shared/words'

interface Props {
  address: string | null
  title: string
  /** What is said of it to those who do not see the arrow. */
  says?: MessageKey
}

/** A link to an article, by its title, in a tab of its own; the title alone where it stands nowhere. */
export function OutLink({ address, title, says = 'sidebar_opensArticle' }: Props) {
  const t = useWords()
  const link = articleAddress(address)
  if (!link) return <>{title || address}</>
  return (
    <a class="article-link" href={link} target="_blank" rel="noreferrer noopener">
      {title || link}
      <span class="article-link-out" aria-hidden="true">
        {'↗'}
      </span>
      <span class="unseen">{t(says)}</span>
    </a>
  )
}
