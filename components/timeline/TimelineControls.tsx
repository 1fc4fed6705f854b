import { useId } from 'preact/hooks'
import { useWords } from '../shared/words'
import type { Zoom } from './create-zoom'
import { TimelineShape } from './TimelineShape'
import type { TimelineLayout } from './timeline-layout'

/** How much closer one press brings it. */
export const zoomStep = 2

const glyphs = {
  closer: 'M8 3.5v9M3.5 8h9',
  farther: 'M3.5 8h9',
  whole: 'M2.5 4v8M13.5 4v8M5 8h6M6.5 6.5 5 8l1.5 1.5M9.5 6.5 11 8l-1.5 1.5',
}

interface ZoomButtonProps {
  glyph: keyof typeof glyphs
  label: string
  isOff: boolean
  onClick: () => void
}

/** Where it leads no further it stays and keeps the focus: who presses it once too often is not thrown out. */
function ZoomButton({ glyph, label, isOff, onClick }: ZoomButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={onClick}
    >
      <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={glyphs[glyph]} />
      </svg>
    </button>
  )
}

interface ZoomProps {
  zoom: Zoom
  /** Where it is looked at: this place stays. */
  aroundPx: number
  isWhole: boolean
  isClosest: boolean
}

/** Closer, farther, the whole time again. The keys + − 0 do the same. */
export function ZoomButtons({ zoom, aroundPx, isWhole, isClosest }: ZoomProps) {
  const t = useWords()
  return (
    <fieldset class="timeline-zoom" aria-label={t('timeline_zoom')}>
      <ZoomButton
        glyph="closer"
        label={t('timeline_closer')}
        isOff={isClosest}
        onClick={() => zoom.scaleBy(zoomStep, aroundPx)}
      />
      <ZoomButton
        glyph="farther"
        label={t('timeline_farther')}
        isOff={isWhole}
        onClick={() => zoom.scaleBy(1 / zoomStep, aroundPx)}
      />
      <ZoomButton glyph="whole" label={t('timeline_whole')} isOff={isWhole} onClick={zoom.reset} />
    </fieldset>
  )
}

interface OthersProps {
  count: number
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** Points about others come when they are asked for. */
export function OthersSwitch({ count, isOn, onChange }: OthersProps) {
  const t = useWords()
  const id = useId()
  return (
    <span class="timeline-others">
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{t('timeline_others', count)}</label>
    </span>
  )
}

/** What the looks of the points mean, as far as there are such. */
export function Legend({ layout: { lanes }, sizePx }: { layout: TimelineLayout; sizePx: number }) {
  const t = useWords()
  const shapes = lanes.flatMap(lane => lane.shapes)
  const points = shapes.flatMap(shape => (shape.points.length === 1 ? shape.points : []))
  const plain = { isPublished: false, isHere: false, outlets: 1 }
  const several = points.find(({ outlets }) => outlets > 1)
  const entries = [
    { word: t('sidebar_inThisArticle'), point: points.find(({ isHere }) => isHere), look: { isHere: true } },
    {
      word: t('timeline_byPublication'),
      point: points.find(({ isPublished }) => isPublished),
      look: { isPublished: true },
    },
    { word: t('timeline_severalOutlets'), point: several, look: { outlets: several?.outlets ?? 1 } },
  ].flatMap(({ word, point, look }) => {
    if (!point) return []
    const shown = { ...point, ...plain, ...look }
    return [{ word, shape: { ...shown, points: [shown] } }]
  })
  const gathered = shapes.find(shape => shape.points.length > 1)
  const boxPx = sizePx + 6
  return (
    <ul class="timeline-legend">
      {[...entries, ...(gathered ? [{ word: t('timeline_severalSources'), shape: gathered }] : [])].map(
        ({ word, shape }) => (
          <li key={word}>
            <svg width={boxPx} height={boxPx} aria-hidden="true">
              <TimelineShape
                shape={{ ...shape, isApart: false }}
                x={boxPx / 2}
                y={boxPx / 2}
                sizePx={sizePx * 0.9}
              />
            </svg>
            {word}
          </li>
        ),
      )}
    </ul>
  )
}
