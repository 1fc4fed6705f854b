/** Lets whatever else waits have its turn; resolves when it had. */
export const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve))
