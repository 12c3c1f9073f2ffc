/**
 * Seals a form to the house: this device cannot open it again, and neither can whoever holds it next. Both keys that could are
 * dropped here. The other half is src/platform/vault/envelope.ts.
 * @param house the house's public key, as the page carries it
 * @param to the path it is for
 * @returns the envelope, and what the house will answer when it has opened it
 */
export const sealKept = async (house: string, to: string, form: FormData) => {
  const { subtle } = crypto
  const content = await new Response(form).arrayBuffer()
  const houseKey = bytesOf(house)
  const [own, theirs] = await Promise.all([
    subtle.generateKey(curve, false, ['deriveBits']),
    subtle.importKey('raw', houseKey, curve, false, []),
  ])
  const ownKey = new Uint8Array(await subtle.exportKey('raw', own.publicKey))
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256)
  const drawn = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits'])
  const salt = new Uint8Array([...ownKey, ...houseKey])
  const info = new TextEncoder().encode(to)
  const bits = await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, drawn, 512)
  const key = await subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, ['encrypt'])
  // A key that seals one envelope only needs no nonce of its own.
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, content)
  return {
    to,
    envelope: new Blob([ownKey, sealed], { type: 'application/octet-stream' }),
    proof: hex(bits.slice(32)),
  }
}

const curve = { name: 'ECDH', namedCurve: 'P-256' }

const bytesOf = (base64url: string) =>
  Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0))

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('')
