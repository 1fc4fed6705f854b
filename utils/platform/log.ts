/** What a developer or a bug report needs and no reader sees. Never holds words of a page or of the reader. */
export function logFailure(where: string, detail: string): void {
  // biome-ignore lint/suspicious/noConsole: the one place that writes to the console
  console.warn(`Sidelight, ${where}: ${detail}`)
}
