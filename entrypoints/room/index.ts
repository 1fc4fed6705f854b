import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { keepReading, type RoomScope, tryRoom } from '../../utils/page/try-room'

/** Comes with the rule that makes room, to the few pages where that is wanted: the reader's script need not carry it. */
export default defineUnlistedScript(() => {
  const scope = globalThis as RoomScope
  scope.sidelightRoom = { tryRoom, keepReading }
})
