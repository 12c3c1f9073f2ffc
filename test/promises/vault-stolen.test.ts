import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict } from '../../src/platform/http/failures.ts'
import { blindIndex, deriveReceipt } from '../../src/platform/vault/index.ts'
import { Locked, openGuarded, openingsOf } from '../../src/staff/index.ts'
import { openMemberKey } from '../../src/staff/keys/member-key.ts'
import type { OfficeKeys } from '../../src/staff/keys/office-key.ts'
import { withOfficeKeys } from '../../src/staff/keys/with-keys.ts'
import { newMember, newSession } from '../keys.ts'
import { canary, identity, openVaultStory, sigi, type VaultStory } from '../vault-story.ts'

let { house, leader, passwordOf, signedIn, report, reads, grants } = {} as VaultStory
beforeAll(async () => {
  ;({ house, leader, passwordOf, signedIn, report, reads, grants } = await openVaultStory())
})
afterAll(() => house?.end())

describe('1. a stolen database, backup or disk without the root key', () => {
  test('holds no content, no identity, no receipt and no secret of a session', async () => {
    const { digits } = await report()
    const disk = filesUnder(join(house.config.dataDir, 'pg')).map(file => readFileSync(file))
    const cookie = Buffer.from(leader.cookie!, 'base64url')
    for (const needle of [canary, identity, digits, leader.cookie!, passwordOf(sigi)])
      expect(disk.filter(bytes => bytes.includes(needle)).length).toBe(0)
    expect(disk.filter(bytes => bytes.includes(cookie.subarray(16))).length).toBe(0)
    expect(disk.some(bytes => bytes.includes('Dinas Tenaga Kerja'))).toBe(true)
  })

  test('does not tell whether a guessed phone number or receipt is in it', async () => {
    const guess = () => Buffer.alloc(32)
    const phone = '+6281234567890'
    expect(blindIndex(guess, 'phone', phone)).not.toEqual(blindIndex(house.secret, 'phone', phone))
    const { digits } = await report()
    const { lookup } = await deriveReceipt(guess, digits)
    const found = await house.db.asJob(tx =>
      tx.selectFrom('record_holders').select('id').where('lookup', '=', lookup).execute(),
    )
    expect(found).toEqual([])
  })
})

test('2. whoever has database and root key, and sets a password of the own, still opens nothing', async () => {
  const { record } = await report()
  expect(await openMemberKey(house, leader.actor, 'kata-sandi-si-pencuri')).toBeUndefined()
  const thief = await newSession(house, leader.actor, 'kata-sandi-si-pencuri')
  expect(thief.cookie).toBeUndefined()
  await expect(reads(thief, record)).rejects.toThrow(Locked)
  expect(await reads(leader, record)).toEqual([canary])
})

test('3. an administrator, even one with a second account that may hold the key, reads nothing before a grant', async () => {
  const { record } = await report()
  const second = await newMember(house, sigi, 'case-officer')
  const session = await second.signIn()
  await expect(reads(session, record)).rejects.toThrow(Conflict)
  const administrator = await signedIn('sigi@kabupaten.example')
  expect(administrator.cookie).toBeUndefined()
  await expect(reads(administrator, record)).rejects.toThrow(Conflict)
  await grants(leader, second)
  expect(await reads(session, record)).toEqual([canary])
})
test('9. secret keys are wiped after the work, also when it fails', async () => {
  const seen: Buffer[] = []
  const look = (keys: OfficeKeys) => {
    for (const { secretKey } of keys.epochs.values()) seen.push(secretKey)
    expect(seen.every(key => key.some(byte => byte !== 0))).toBe(true)
  }
  await withOfficeKeys(house, leader, async keys => look(keys))
  expect(seen.every(key => key.every(byte => byte === 0))).toBe(true)
  const failing = withOfficeKeys(house, leader, async keys => {
    seen.length = 0
    look(keys)
    throw new Error('gagal')
  })
  await expect(failing).rejects.toThrow('gagal')
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.every(key => key.every(byte => byte === 0))).toBe(true)
})

test('an identity opens only with a motive, which is recorded with who asked; the story needs none', async () => {
  const { record, who } = await report()
  const ask = (motive: string) =>
    withOfficeKeys(house, leader, keys =>
      house.db.asActor(leader.actor, tx =>
        openGuarded(tx, house.secret, leader.actor, record, who, keys, motive),
      ),
    )
  expect(await reads(leader, record)).toEqual([canary])
  await expect(ask('')).rejects.toThrow(/motive/)
  expect((await ask('menghubungi pelapor untuk klarifikasi')).toString()).toBe(identity)
  const openings = await house.db.asActor(leader.actor, tx => openingsOf(tx, who))
  expect(openings).toMatchObject([
    { staff_id: leader.actor.staffId, motive: 'menghubungi pelapor untuk klarifikasi' },
  ])
})
const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
