import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto'
import type { Secret } from '../secrets.ts'
import { Broken, wipe } from './lock.ts'

const pointBytes = 65
const tagBytes = 16

/**
 * The house's own address on an envelope: what a browser seals with it, nobody but this house opens, not even the device that sealed it.
 * P-256, HKDF and AES-GCM, because that is what browsers bring; the other half is src/islands/seal-kept.ts.
 */
export const envelopeKey = (secret: Secret): string => housePair(secret).getPublicKey('base64url')

/**
 * @param to the path it was sealed for; it opens nowhere else
 * @returns the content, and a proof that only this house and the sealing device can know
 * @throws Broken
 */
export const openEnvelope = (secret: Secret, to: string, envelope: Buffer) => {
  const house = housePair(secret)
  const theirs = envelope.subarray(0, pointBytes)
  try {
    const shared = house.computeSecret(theirs)
    const salt = Buffer.concat([theirs, house.getPublicKey()])
    const bits = Buffer.from(hkdfSync('sha256', shared, salt, to, 64))
    // A key that seals one envelope only needs no nonce of its own.
    const opening = createDecipheriv('aes-256-gcm', bits.subarray(0, 32), Buffer.alloc(12))
    opening.setAuthTag(envelope.subarray(-tagBytes))
    const content = Buffer.concat([opening.update(envelope.subarray(pointBytes, -tagBytes)), opening.final()])
    const proof = bits.subarray(32).toString('hex')
    wipe(shared, bits)
    return { content, proof }
  } catch {
    throw new Broken(`envelope to ${to}`)
  }
}

const housePair = (secret: Secret) => {
  const scalar = secret('envelope')
  // Below the order of the curve, whatever the root key is.
  scalar[0]! &= 0x7f
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(scalar)
  wipe(scalar)
  return pair
}
