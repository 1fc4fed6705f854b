import type { ComponentChildren } from 'preact'
import type { ClaimId } from '../../utils/model/ids'
import type { ClaimOnFile } from '../../utils/model/reading'
import { archiveAddress, articleAddress } from './article-address'
import { useFollow } from './follow-claim'
import { useWords } from './words'

interface Props {
  source: ClaimOnFile['source']
  /** The claim to be led to in the article. */
  claim?: ClaimId
  children: ComponentChildren
}

/** A click that asks for nothing special: no new window, no download, no middle button. Enter on a link is one too. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey

/**
 * Leads to an article in a tab of its own, telling it nothing of where from, and beside it to the copy that the Internet
 * Archive may have; plain words where it has no address. The links are whole without us.
 */
export function ArticleLink({ source, claim, children }: Props) {
  const t = useWords()
  const follow = useFollow()
  const address = articleAddress(source.url)
  if (!address) return <>{children}</>
  const copy = archiveAddress(address, source.published)
  return (
    <>
      <a
        class="article-link"
        href={address}
        target="_blank"
        rel="noreferrer noopener"
        title={source.title ?? source.publisher}
        onClick={event => {
          if (claim !== undefined && isPlain(event) && follow(claim)) event.preventDefault()
        }}
      >
        {children}
        <span class="article-link-out" aria-hidden="true">
          {'↗'}
        </span>
        <span class="unseen">{t('sidebar_opensArticle')}</span>
      </a>
      {copy && (
        <>
          {' '}
          <a
            class="archive-link"
            href={copy}
            target="_blank"
            rel="noreferrer noopener"
            title={t('shared_archiveTitle')}
          >
            {t('shared_archive')}
            <span class="unseen">{t('shared_archiveOf', source.title ?? source.publisher)}</span>
          </a>
        </>
      )}
    </>
  )
}
