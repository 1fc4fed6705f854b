import { act } from '@testing-library/preact'

/** Lets everything that was started and waits for no clock come to its end, and what follows be drawn. */
export const settle = (): Promise<void> => act(() => new Promise<void>(resolve => setImmediate(resolve)))
