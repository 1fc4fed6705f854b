import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { TimelinePoint } from '../../utils/model/reading'
import type { Shape } from './timeline-layout'

/** The point that stands for a shape. */
export const firstOf = ({ points: [first] }: Shape): TimelinePoint => {
  if (!first) throw new Error('a shape without a point')
  return first
}

/**
 * The one shape among the buttons that Tab reaches. Points are remembered, not shapes: another look gathers them
 * otherwise, and what had the focus is then found in another shape.
 */
export function useStop<Button extends { shape: Shape }>(
  stage: RefObject<HTMLElement | null>,
  buttons: readonly Button[],
) {
  const [stop, setStop] = useState<TimelinePoint | null>(null)
  const wanted = useRef<TimelinePoint | null>(null)
  const findHolding = (point: TimelinePoint | null | undefined): Button | undefined =>
    point ? buttons.find(({ shape }) => shape.points.includes(point)) : undefined
  const focusOn = ({ key }: Shape) =>
    stage.current?.querySelector<HTMLElement>(`[data-shape="${key}"]`)?.focus({ preventScroll: true })
  useLayoutEffect(() => {
    const found = findHolding(wanted.current)
    if (!found) return
    wanted.current = null
    // Whoever went on elsewhere meanwhile is not called back.
    const { activeElement, body } = document
    if (activeElement === body || stage.current?.contains(activeElement)) focusOn(found.shape)
  })
  return {
    current: findHolding(stop) ?? buttons[0],
    findHolding,
    setStop,
    focusOn,
    /** The focus goes to where this point is drawn once the view has changed. */
    focusLater(point: TimelinePoint) {
      wanted.current = point
      setStop(point)
    },
  }
}
