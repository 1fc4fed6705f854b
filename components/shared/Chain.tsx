import type { ClaimOnFile } from '../../utils/model/reading'
import { ArticleLink } from './ArticleLink'
import { useWords } from './words'

/** Who told whom: the speaker first, the outlet last, no name twice in a row. */
export function listChain(claim: ClaimOnFile): string[] {
  const names = [claim.speaker.name, ...claim.chain]
  return names.filter((name, index) => index === 0 || name !== names[index - 1])
}

interface Props {
  claim: ClaimOnFile
  /** Makes the outlet a link to its article, where the dossier has an address. */
  isLinked?: boolean
}

/** Speaker › outlet › outlet, the last one a link to the article. */
export function Chain({ claim, isLinked = false }: Props) {
  const t = useWords()
  const names = listChain(claim)
  return (
    <span class="chain">
      {names.map((name, index) => {
        const shown = index === 0 ? <b>{name}</b> : name
        return (
          // A chain never changes its order while it is shown.
          <span key={`${index} ${name}`}>
            {index > 0 && (
              <>
                <span class="chain-arrow" aria-hidden="true">
                  {' › '}
                </span>
                <span class="unseen">{t('sidebar_chainThrough')}</span>
              </>
            )}
            {isLinked && index === names.length - 1 ? (
              <ArticleLink source={claim.source} claim={claim.id}>
                {shown}
              </ArticleLink>
            ) : (
              shown
            )}
          </span>
        )
      })}
    </span>
  )
}
