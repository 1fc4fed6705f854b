import { splitFaults } from './split-faults'
import { useWords } from './words'

/** What is wrong in a file that was refused: the first fault with its place, the further ones on request. */
export function Faults({ detail }: { detail: string }) {
  const t = useWords()
  const [first, ...further] = splitFaults(detail)
  if (!first) return null
  return (
    <div class="faults">
      <Fault {...first} />
      {further.length > 0 && (
        <details>
          <summary>{t('faults_further')}</summary>
          <ul>
            {further.map(fault => (
              <li key={`${fault.path} ${fault.what}`}>
                <Fault {...fault} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const Fault = ({ path, what }: { path: string; what: string }) => (
  <p>
    {path && <code>{path}</code>} {what}
  </p>
)
