// The package brings no types; this is all that is used of it: ASN.1 as structure, never its cryptography.
declare module 'node-forge/lib/asn1.js' {
  export interface Asn1 {
    readonly tagClass: number
    readonly type: number
    readonly value: string | readonly Asn1[]
    /** Written as it stands when it is there, instead of the value. */
    bitStringContents?: string
  }
  const asn1: {
    fromDer(
      bytes: string,
      options: { strict: boolean; parseAllBytes: boolean; decodeBitStrings: boolean; maxDepth: number },
    ): Asn1
    toDer(value: Asn1): { getBytes(): string }
  }
  export default asn1
}
