import { ContentInfo, SignedData } from 'pkijs'

const tstInfo = '1.2.840.113549.1.9.16.1.4'
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

/** What pkijs, which shares no line with us, says of a signature over bytes; chains and times are not asked of it. */
export async function peerAccepts(cms: Uint8Array, signed: Uint8Array): Promise<boolean> {
  try {
    const info = ContentInfo.fromBER(bufferOf(cms))
    const data = new SignedData({ schema: info.content })
    // A time stamp's content lies inside and holds the imprint of the bytes, which pkijs compares as well.
    const { eContent, eContentType } = data.encapContentInfo
    const needsBytes = eContent === undefined || eContentType === tstInfo
    return await data.verify({ signer: 0, checkChain: false, ...(needsBytes && { data: bufferOf(signed) }) })
  } catch {
    return false
  }
}
