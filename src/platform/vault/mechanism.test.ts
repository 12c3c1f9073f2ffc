import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Broken,
  blindIndex,
  lock,
  newKeyPair,
  openEntry,
  openFile,
  openKey,
  openUnder,
  putLid,
  randomKey,
  sealEntry,
  sealFile,
  sealKeyTo,
  sealUnder,
  takeLid,
  unlock,
} from './index.ts'

const secret = (purpose: string) => Buffer.alloc(32, purpose)
const ref = { recordId: 'case 7', entryId: 'e1', kind: 'message', version: 2 }
const said = Buffer.from('Ia dijanjikan gaji besar; paspornya diambil.')

test('an entry opens with its key, where it belongs', () => {
  const { ciphertext, key } = sealEntry(ref, said)
  expect(openEntry(ref, ciphertext, key).equals(said)).toBe(true)
  expect(ciphertext.includes(said.subarray(0, 12))).toBe(false)
})

test.each([
  ['another record', { recordId: 'case 8' }],
  ['another place in it', { entryId: 'e2' }],
  ['another kind', { kind: 'identity' }],
  ['an older version', { version: 1 }],
])('moved to %s it is an error that names the entry, never a wrong text', (_, elsewhere) => {
  const { ciphertext, key } = sealEntry(ref, said)
  const moved = { ...ref, ...elsewhere }
  const opening = () => openEntry(moved, ciphertext, key)
  expect(opening).toThrow(Broken)
  expect(opening).toThrow(`entry ["${moved.recordId}","${moved.entryId}","${moved.kind}",${moved.version}]`)
})

test('any changed byte, and any cut, is found', () => {
  const { ciphertext, key } = sealEntry(ref, said)
  for (let place = 0; place < ciphertext.length; place++) {
    const changed = Buffer.from(ciphertext)
    changed[place]! ^= 1
    expect(() => openEntry(ref, changed, key)).toThrow(Broken)
    expect(() => openEntry(ref, ciphertext.subarray(0, place), key)).toThrow(Broken)
  }
})

test('a key sealed to a holder opens for that holder only', () => {
  const [holder, other] = [newKeyPair(), newKeyPair()]
  const key = randomKey()
  const sealed = sealKeyTo(holder.publicKey, key)
  expect(openKey(sealed, holder, 'k').equals(key)).toBe(true)
  expect(() => openKey(sealed, other, 'the key of e1')).toThrow('the key of e1')
  expect(() => openKey(Buffer.alloc(3), holder, 'k')).toThrow(Broken)
})

test('a lid comes off for its own deed only', () => {
  const sealed = sealKeyTo(newKeyPair().publicKey, randomKey())
  const lidded = putLid(secret, 'offer 1', sealed)
  expect(takeLid(secret, 'offer 1', lidded).equals(sealed)).toBe(true)
  expect(() => takeLid(secret, 'offer 2', lidded)).toThrow(Broken)
  expect(() => takeLid(() => Buffer.alloc(32), 'offer 1', lidded)).toThrow(Broken)
})

test('what a password keeps opens with that password, at that place', async () => {
  const under = await sealUnder('kapal-layar', said, 'member key a')
  expect((await openUnder('kapal-layar', under, 'member key a')).equals(said)).toBe(true)
  await expect(openUnder('kapal-layat', under, 'member key a')).rejects.toThrow(Broken)
  await expect(openUnder('kapal-layar', under, 'member key b')).rejects.toThrow(Broken)
  expect(under.cost.memory).toBeGreaterThanOrEqual(65_536)
})

test('the same words locked twice look different', () => {
  const key = randomKey()
  const [one, two] = [lock(key, said, 'p'), lock(key, said, 'p')]
  expect(one.equals(two)).toBe(false)
  expect(unlock(key, one, 'p').equals(unlock(key, two, 'p'))).toBe(true)
})

test('a blind index is equal for equal values of one kind, and only under the same root key', () => {
  const phone = blindIndex(secret, 'phone', '+6281234567890')
  expect(phone.length).toBe(12)
  expect(blindIndex(secret, 'phone', '+6281234567890').equals(phone)).toBe(true)
  expect(blindIndex(secret, 'nik', '+6281234567890').equals(phone)).toBe(false)
  expect(blindIndex(() => Buffer.alloc(32), 'phone', '+6281234567890').equals(phone)).toBe(false)
})

const sealWhole = async (original: Uint8Array[]) => {
  const file = sealFile(ref, original)
  return { ...file, sealed: Buffer.concat(await Array.fromAsync(file.stream)) }
}
const openWhole = async (parts: Uint8Array[], key: Buffer, at = ref) =>
  Buffer.concat(await Array.fromAsync(openFile(at, parts, key)))

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])(
  'a file of %i bytes comes back, however it is cut on the way',
  async size => {
    const original = randomBytes(size)
    const { sealed, key, original: facts } = await sealWhole([original.subarray(0, 7), original.subarray(7)])
    expect(facts().bytes).toBe(size)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(sealed.length), { maxLength: 5 }), async cuts => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), sealed.length]
        const parts = places.slice(1).map((end, index) => sealed.subarray(places[index], end))
        expect((await openWhole(parts, key)).equals(original)).toBe(true)
      }),
      { numRuns: 10 },
    )
  },
)

test('a file that was cut, changed, reordered or moved names its entry', async () => {
  const { sealed, key } = await sealWhole([randomBytes(200_000)])
  const piece = 65_536 + 17
  const swapped = Buffer.concat([
    sealed.subarray(0, 24),
    sealed.subarray(24 + piece, 24 + 2 * piece),
    sealed.subarray(24, 24 + piece),
    sealed.subarray(24 + 2 * piece),
  ])
  const changed = Buffer.from(sealed)
  changed[100_000]! ^= 1
  for (const bad of [
    swapped,
    changed,
    sealed.subarray(0, 24 + piece),
    sealed.subarray(0, 24),
    sealed.subarray(0, 5),
  ])
    await expect(openWhole([bad], key)).rejects.toThrow('entry ["case 7","e1","message",2]')
  await expect(openWhole([sealed], key, { ...ref, entryId: 'e2' })).rejects.toThrow(Broken)
})
