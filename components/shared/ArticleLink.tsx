import type { ComponentChildren } from 'preact'
import type { ClaimOnFile } from '../../utils/model/reading'
import { articleAddress } from './article-address'
import { useWords } from './words'

interface Props {
  source: ClaimOnFile['source']
  children: ComponentChildren
}

/** Leads to an article in a tab of its own, telling it nothing of where from; plain words where it has no address. */
export function ArticleLink({ source, children }: Props) {
  const t = useWords()
  const address = articleAddress(source.url)
  if (!address) return <>{children}</>
  return (
    <a
      class="article-link"
      href={address}
      target="_blank"
      rel="noreferrer noopener"
      title={source.title ?? source.publisher}
    >
      {children}
      <span class="article-link-out" aria-hidden="true">
        {'↗'}
      </span>
      <span class="unseen">{t('sidebar_opensArticle')}</span>
    </a>
  )
}
