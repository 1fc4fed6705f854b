import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { ClaimId } from '../../utils/model/ids'
import type { TimelinePoint } from '../../utils/model/reading'
import { useWords } from '../shared/words'
import type { View, Zoom } from './create-zoom'
import { type Frame, findSeenPx } from './frame'
import type { Drawing, Seen } from './lay-out-whole'
import { type FindClaim, sayShape } from './say-timeline'
import { findNext } from './step-shapes'
import { zoomStep } from './TimelineControls'
import { GatheredList, ShapeTip, TipBox } from './TimelineTip'
import type { Shape } from './timeline-layout'
import { useDrawn, useGrowing } from './use-growing'
import { useLit } from './use-lit'
import { firstOf, useStop } from './use-stop'

interface Props {
  stage: RefObject<HTMLDivElement | null>
  drawing: Drawing
  frame: Frame
  view: View
  zoom: Zoom | null
  find: FindClaim
  onPick: (claim: ClaimId) => void
  picked: ClaimId | null
}

/** Behind a plate with more points than that one looks closer, as far as that tells them apart; a list would be too long. */
const longestList = 12

/** Points of different times stand apart once one is close enough. */
const comeApart = ({ points, bar }: Shape): boolean =>
  bar === null && new Set(points.map(({ startMs, endMs }) => startMs + endMs)).size > 1

/**
 * The shapes as buttons over the picture, of which Tab reaches one and the arrow keys the others; and what is said of the
 * one that has the focus or the pointer. A finger's first tap shows it, the second opens.
 */
export function TimelinePoints({ stage, drawing, frame, view, zoom, find, onPick, picked }: Props) {
  const t = useWords()
  const { lit, stay, hover, show, openList, hide, hideSoon } = useLit()
  const tapped = useRef<{ isTouch: boolean; wasLit: boolean }>({ isTouch: false, wasLit: false })

  const { seen, layout } = drawing
  // Unlike the picture anew for each view: nobody sees them come, and a step closer is drawn sooner.
  const count = useGrowing(drawing, seen.length)
  const { current, findHolding, setStop, focusOn, focusLater } = useStop(stage, seen)
  const shown = findHolding(lit?.point)
  const isPicked = ({ claim, repeats }: TimelinePoint) =>
    claim === picked || repeats.some(id => id === picked)
  const open = picked === null ? undefined : seen.find(({ shape }) => shape.points.some(isPicked))
  const draw = (one: Seen, { isLit = false, isStop = false, isOpen = false } = {}) => (
    <button
      type="button"
      key={one.shape.key}
      data-shape={one.shape.key}
      class={isLit ? 'point is-lit' : 'point'}
      style={`left:${one.x - frame.stepPx / 2}px;top:${one.y - frame.stepPx / 2}px`}
      tabIndex={isStop ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
      aria-label={sayShape(t, one.shape, find)}
    />
  )
  const buttons = useDrawn(seen, count, one => draw(one), [frame, t, find])
  for (const one of new Set([current, shown, open])) {
    const at = one ? seen.indexOf(one) : -1
    const is = { isLit: one === shown, isStop: one === current, isOpen: one === open }
    // One that has the focus is never without its button, nor is one that is pointed at.
    if (one && at >= 0) buttons[at < count ? at : buttons.length] = draw(one, is)
  }

  /** All buttons share their listeners: there may be a thousand. */
  const shapeAt = ({ target }: Event): Shape | undefined => {
    const key = target instanceof Element ? target.closest('[data-shape]')?.getAttribute('data-shape') : null
    return key == null ? undefined : seen.find(({ shape }) => String(shape.key) === key)?.shape
  }
  const pointAt = (event: Event): TimelinePoint | undefined => {
    const shape = shapeAt(event)
    return shape && firstOf(shape)
  }
  const pick = (shape: Shape) => {
    const first = firstOf(shape)
    if (shape.points.length === 1) return onPick(first.claim)
    if (!zoom || shape.points.length <= longestList || !comeApart(shape)) return openList(first)
    focusLater(first)
    zoom.show(shape.atPx - frame.stepPx, shape.atPx + frame.stepPx)
  }
  const zoomKey = (key: string, aroundPx: number): (() => void) | undefined =>
    zoom
      ? {
          '+': () => zoom.scaleBy(zoomStep, aroundPx),
          '=': () => zoom.scaleBy(zoomStep, aroundPx),
          '-': () => zoom.scaleBy(1 / zoomStep, aroundPx),
          '0': zoom.reset,
        }[key]
      : undefined
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return
    const next = findNext(layout, current.shape, event.key)
    const doZoom = zoomKey(event.key, current.x)
    if (!next && !doZoom) return
    event.preventDefault()
    if (next && findSeenPx(frame, next) !== null) return focusOn(next)
    focusLater(firstOf(next ?? current.shape))
    if (next) zoom?.reveal(next.atPx)
    else doZoom?.()
  }

  return (
    <>
      <div
        class={`timeline-points${zoom ? ' can-zoom' : ''}${view.k > 1 ? ' is-closer' : ''}`}
        ref={stage}
        role="toolbar"
        aria-busy={count < seen.length}
        aria-label={t('sidebar_timelinePoints')}
        style={`left:${frame.namesPx}px;width:${frame.widthPx}px;height:${frame.lanesPx}px;--step:${frame.stepPx}px`}
        onKeyDown={onKeyDown}
        onFocusIn={event => {
          const first = pointAt(event)
          if (!first) return
          setStop(first)
          show(first)
        }}
        onFocusOut={hideSoon}
        onPointerOver={event => {
          const first = event.pointerType === 'touch' ? undefined : pointAt(event)
          if (first) hover(first)
        }}
        onPointerOut={event => event.pointerType !== 'touch' && hideSoon()}
        onPointerDown={event => {
          tapped.current = { isTouch: event.pointerType === 'touch', wasLit: shapeAt(event) === shown?.shape }
        }}
        onClick={event => {
          const shape = shapeAt(event)
          const { isTouch, wasLit } = tapped.current
          tapped.current = { isTouch: false, wasLit: false }
          if (!shape) return
          if (isTouch && !wasLit) show(firstOf(shape))
          else pick(shape)
        }}
      >
        {shown && <i class="leader" style={`left:${shown.x}px;top:${shown.y}px`} />}
        {buttons}
      </div>
      {shown && (
        <TipBox
          leftPx={frame.namesPx + shown.x}
          widthPx={frame.namesPx + frame.widthPx}
          topPx={frame.heightPx}
          onEnter={stay}
          onLeave={hideSoon}
        >
          {lit?.isList ? (
            <GatheredList
              shape={shown.shape}
              find={find}
              onPick={({ claim }) => {
                hide()
                onPick(claim)
              }}
              onClose={() => {
                focusOn(shown.shape)
                hide()
              }}
              onLeave={hide}
            />
          ) : (
            <ShapeTip shape={shown.shape} find={find} />
          )}
        </TipBox>
      )}
    </>
  )
}
