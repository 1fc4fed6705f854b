import { options } from 'preact'

// Effects run by a timer of node. Preact's own clock asks the document for a frame, and throws where the last test's
// document is gone by then.
options.requestAnimationFrame = callback => {
  setTimeout(callback)
}
