// The two classes that the pure rooms may use beside the language itself:
// both are pure functions of their input in every JavaScript runtime.
declare class URL {
  constructor(url: string, base?: string)
  static canParse(url: string, base?: string): boolean
  hash: string
  host: string
  hostname: string
  readonly href: string
  readonly origin: string
  pathname: string
  protocol: string
  search: string
  readonly searchParams: {
    delete(name: string): void
    forEach(visit: (value: string, name: string) => void): void
    sort(): void
  }
}
declare class TextEncoder {
  encode(text: string): Uint8Array
}
