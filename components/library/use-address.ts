import { useCallback, useEffect, useState } from 'preact/hooks'
import { type LibraryView, libraryViews } from '../../utils/model/library-view'

/** A view of the library, and a place in it: `#questions/12`. */
export interface Address {
  view: LibraryView | null
  place: string
}

function readAddress(): Address {
  const [name = '', ...rest] = location.hash.slice(1).split('/')
  let place = rest.join('/')
  try {
    place = decodeURIComponent(place)
  } catch {
    // Written by hand, with a stray percent sign: it is taken as it stands.
  }
  return { view: libraryViews.find(view => view === name) ?? null, place }
}

/** Where the page is, by its address, so that back, reload and a kept link lead there. `view` is null for an unknown one. */
export function useAddress(): [Address, (view: LibraryView, place?: string) => void] {
  const [address, setAddress] = useState(readAddress)
  useEffect(() => {
    const follow = () => setAddress(readAddress())
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const go = useCallback((view: LibraryView, place = '') => {
    location.hash = place ? `${view}/${encodeURIComponent(place)}` : view
    setAddress({ view, place })
  }, [])
  return [address, go]
}
