// The package brings no types; this is all that is used of it: ASN.1 as structure, never its cryptography.
declare module 'node-forge/lib/asn1.js' {
  /** Opaque here: what is read of it is read from its re-encoding. */
  interface Asn1 {
    readonly constructed: boolean
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
