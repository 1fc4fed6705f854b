/**
 * Listens to what the reader does, and only that: events that the page's scripts made are passed over, or a page could
 * press our buttons. Ends with the signal.
 */
export function onTrusted<Name extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  type: Name,
  handler: (event: GlobalEventHandlersEventMap[Name]) => void,
  signal: AbortSignal,
  options: Omit<AddEventListenerOptions, 'signal'> = {},
): void {
  const listener = (event: Event) => {
    if (event.isTrusted) handler(event as GlobalEventHandlersEventMap[Name])
  }
  target.addEventListener(type, listener, { ...options, signal })
}
