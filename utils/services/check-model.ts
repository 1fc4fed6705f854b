import { fingerprint } from '../model/fingerprint'
import type { ModelCheck, ModelOutcome } from '../model/model-check'
import type { ClockPort, SettingsPort } from '../model/ports'
import type { ReadingModelPort, SentenceReading } from '../model/sentence-reading'

interface CheckPorts {
  model: ReadingModelPort
  settings: SettingsPort
  clock: ClockPort
}

/** What it is tried on: invented, and as long as sentences of news are (24 to 30 pieces). */
const trial = [
  'The premier has carried two phones since spring, one of them for friends alone, an aide said on Monday.',
  'Technicians of the palace replace the handset every month, according to three officials who know of it.',
  'A spokesman denied that anyone had ever listened in on the calls that she makes from her own telephone.',
  'The ministry would not say whether the messages were kept, nor for how long, nor on which of the devices.',
]

const digestOf = (readings: readonly SentenceReading[]): string =>
  fingerprint(
    JSON.stringify(
      readings.map(({ vector, questions }) => [[...vector], questions.map(({ score }) => score)]),
    ),
  )

/** Reads sentences, its own where none are handed in, and says how that went. It keeps nothing. */
export async function checkModel(
  { model, settings, clock }: CheckPorts,
  sentences: readonly string[] = trial,
): Promise<ModelCheck> {
  const say = (outcome: ModelOutcome): ModelCheck => ({ version: model.version, bytes: model.bytes, outcome })
  if (!(await settings.load()).isModelOn) return say({ is: 'off' })
  const [first = '', ...others] = sentences
  const beganMs = clock.nowMs()
  const start = await model.read([first])
  if (!start.ok) return say({ is: 'failed', failure: start.failure })
  const startedMs = clock.nowMs()
  const rest = await model.read(others)
  if (!rest.ok) return say({ is: 'failed', failure: rest.failure })
  return say({
    is: 'ready',
    startMs: startedMs - beganMs,
    sentenceMs: (clock.nowMs() - startedMs) / Math.max(1, others.length),
    digest: digestOf([...start.value, ...rest.value]),
  })
}
