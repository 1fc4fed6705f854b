/** A host's name in lower case and without `www.`: as hosts are listed and compared. */
export const bareHost = (host: string): string => host.toLowerCase().replace(/^www\./, '')
