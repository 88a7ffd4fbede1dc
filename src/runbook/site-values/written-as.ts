/** The forms in which pages write a value: how each is made from the value. The scripts of the pages use them too. */
export const WRITTEN_AS = {
  name: (value: string) => value,
  /** of a path of Windows */
  'file name': (path: string) => path.slice(path.lastIndexOf('\\') + 1),
  /** the certificate alone, beside the exported file at that path */
  'certificate file': (path: string) => path.replace(/\.[^.\\]*$/, '-certificate.cer'),
  /** RFC 3986: `Contoso%20Issuing%20CA` */
  address: (value: string) => encodeURIComponent(value),
  /** RFC 4514: `DC=contoso, DC=com` */
  'domain components': (domain: string) =>
    domain
      .split('.')
      .map((label) => `DC=${label}`)
      .join(', '),
} as const;
