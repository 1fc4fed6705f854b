import { useEffect, useState } from 'preact/hooks'

/** How long a sentence stays: three seconds, and time to read it at ten letters a second, which is slow. */
const shownMs = (text: string) => 3000 + 100 * text.length

/**
 * The sentence that says how the last step ended ('' for none), and what says it: waits for the sentence, loads anew, and
 * shows both together.
 */
export function useSaid(
  load: () => Promise<unknown>,
): [said: string, after: (step: Promise<string>) => Promise<void>] {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(''), shownMs(said))
    return () => clearTimeout(timer)
  }, [said])
  const after = async (step: Promise<string>) => {
    setSaid('')
    const text = await step
    await load()
    setSaid(text)
  }
  return [said, after]
}
