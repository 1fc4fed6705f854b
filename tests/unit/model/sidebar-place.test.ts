import { describe, expect, test } from 'vitest'
import { isDraggedPlace, isRoomWanted } from '../../../utils/model/guards'
import { defaultSettings, placeOf } from '../../../utils/model/settings'
import {
  clampWidth,
  defaultPlace,
  isSheetIn,
  nameRoom,
  textPercents,
  widestIn,
} from '../../../utils/model/sidebar-place'

describe('the sidebar’s width', () => {
  test.each([
    // wanted, window, stands
    [392, 1400, 392],
    [200, 1400, 300],
    [900, 1400, 720],
    [720, 1000, 600],
    [720, 640, 384],
    [392.4, 1400, 392],
    // Nothing is narrower than the narrowest, not even where that is more than three fifths.
    [392, 320, 300],
  ])('%i px wanted in a window of %i is %i', (wanted, windowPx, stands) => {
    expect(clampWidth(wanted, windowPx)).toBe(stands)
    expect(widestIn(windowPx)).toBeGreaterThanOrEqual(stands)
  })

  test('under 600 px it is a sheet', () => {
    expect([599, 600, 1400].map(isSheetIn)).toEqual([true, false, false])
  })

  test('a room has one name for page and rule', () => {
    expect([nameRoom({ side: 'left', widthPx: 300 }), nameRoom({ side: 'right', widthPx: 392 })]).toEqual([
      'l300',
      'r392',
    ])
  })

  test('the settings hold all of it, and as set there is a text of 100 %', () => {
    expect(placeOf(defaultSettings)).toEqual(defaultPlace)
    expect(textPercents).toContain(defaultPlace.textPercent)
  })
})

describe('what a page may say of it', () => {
  test.each([
    [{ side: 'right', widthPx: 392 }, true],
    [{ side: 'left', widthPx: 720 }, true],
    [{ side: 'top', widthPx: 392 }, false],
    [{ side: 'right', widthPx: 299 }, false],
    [{ side: 'right', widthPx: 392.5 }, false],
    [{ side: 'right', widthPx: '392px } body { display: none' }, false],
    [{ side: 'right' }, false],
    [null, false],
  ])('room %j: %s', (value, isTaken) => {
    expect(isRoomWanted(value)).toBe(isTaken)
  })

  test.each([
    [{}, true],
    [{ widthPx: 300, sheet: 'peek', handleAt: 0.5 }, true],
    [{ handleAt: 1.1 }, false],
    [{ handleAt: Number.NaN }, false],
    [{ widthPx: 721 }, false],
    [{ sheet: 'whole' }, false],
    // Only what can be dragged: a page turns nothing else on or off.
    [{ isPaused: true }, false],
    [{ makesRoom: true }, false],
    [{ toString: 1 }, false],
    ['widthPx', false],
  ])('dragged %j: %s', (value, isTaken) => {
    expect(isDraggedPlace(value)).toBe(isTaken)
  })
})
