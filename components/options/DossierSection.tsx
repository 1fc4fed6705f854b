import type { DossierInfo } from '../../utils/model/dossier'
import { DossierFacts } from '../shared/DossierFacts'
import { useWords } from '../shared/words'

/** What is on file. */
export function DossierSection({ dossiers }: { dossiers: DossierInfo[] }) {
  const t = useWords()
  return (
    <section>
      <h2>{t('options_onFile')}</h2>
      {dossiers.length === 0 && <p class="empty">{t('options_noDossier')}</p>}
      {dossiers.map(dossier => (
        <article key={dossier.id} class="dossier">
          <h3>{dossier.title}</h3>
          <DossierFacts dossier={dossier} />
        </article>
      ))}
    </section>
  )
}
