import type { RefObject } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import type { ClaimId } from '../../utils/model/ids'
import type { TimelinePoint } from '../../utils/model/reading'
import { useWords } from '../shared/words'
import type { View, Zoom } from './create-zoom'
import { type Frame, findRowPx, findSeenPx } from './frame'
import { type FindClaim, sayShape } from './say-timeline'
import { findNext, orderShapes } from './step-shapes'
import { zoomStep } from './TimelineControls'
import { GatheredList, ShapeTip, TipBox } from './TimelineTip'
import type { Shape, TimelineLayout } from './timeline-layout'
import { useLit } from './use-lit'
import { firstOf, useStop } from './use-stop'

interface Props {
  stage: RefObject<HTMLDivElement | null>
  layout: TimelineLayout
  frame: Frame
  view: View
  zoom: Zoom | null
  find: FindClaim
  onPick: (claim: ClaimId) => void
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
export function TimelinePoints({ stage, layout, frame, view, zoom, find, onPick }: Props) {
  const t = useWords()
  const { lit, stay, hover, show, openList, hide, hideSoon } = useLit()
  const tapped = useRef<{ isTouch: boolean; wasLit: boolean }>({ isTouch: false, wasLit: false })

  const buttons = useMemo(
    () =>
      orderShapes(layout).flatMap(shape => {
        const x = findSeenPx(frame, shape)
        return x === null ? [] : [{ shape, x, y: findRowPx(frame, shape), name: sayShape(t, shape, find) }]
      }),
    [layout, frame, t, find],
  )
  const { current, findHolding, setStop, focusOn, focusLater } = useStop(stage, buttons)
  const shown = findHolding(lit?.point)

  /** All buttons share their listeners: there may be a thousand. */
  const shapeAt = ({ target }: Event): Shape | undefined => {
    const key = target instanceof Element ? target.closest('[data-shape]')?.getAttribute('data-shape') : null
    return key == null ? undefined : buttons.find(({ shape }) => String(shape.key) === key)?.shape
  }
  const pointAt = (event: Event): TimelinePoint | undefined => {
    const shape = shapeAt(event)
    return shape && firstOf(shape)
  }
  const open = (shape: Shape) => {
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
          else open(shape)
        }}
      >
        {shown && <i class="leader" style={`left:${shown.x}px;top:${shown.y}px`} />}
        {buttons.map(({ shape, x, y, name }) => (
          <button
            type="button"
            key={shape.key}
            data-shape={shape.key}
            class={shape === shown?.shape ? 'point is-lit' : 'point'}
            style={`left:${x - frame.stepPx / 2}px;top:${y - frame.stepPx / 2}px`}
            tabIndex={shape === current?.shape ? 0 : -1}
            aria-label={name}
          />
        ))}
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
