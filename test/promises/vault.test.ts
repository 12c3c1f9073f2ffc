import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict } from '../../src/platform/http/failures.ts'
import {
  Broken,
  blindIndex,
  deriveReceipt,
  newKeyPair,
  newReceipt,
  type OpenReceipt,
} from '../../src/platform/vault/index.ts'
import { sampleSignIns } from '../../src/sample/load-sample.ts'
import {
  acceptOffer,
  changeReceipt,
  currentOfficeKey,
  dropOffer,
  endHold,
  holdRecord,
  Locked,
  offerRecord,
  openGuarded,
  openingsOf,
  presentReceipt,
  type RecordRef,
  readEntries,
  resealToEpoch,
  writeEntry,
} from '../../src/staff/index.ts'
import { keysAfterCode, keysAfterPassword } from '../../src/staff/keys/at-sign-in.ts'
import { openMemberKey, prepareNextPassword } from '../../src/staff/keys/member-key.ts'
import { grantTo, type OfficeKeys, retireMember } from '../../src/staff/keys/office-key.ts'
import { deleteMemberKey, deleteVaults } from '../../src/staff/keys/queries.ts'
import { makePaper, provePaper, recoverWithPaper } from '../../src/staff/keys/recovery.ts'
import { type Session, withMemberKey, withOfficeKeys } from '../../src/staff/keys/with-keys.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'
import { type Member, newMember, newSession } from '../keys.ts'

const sigi = 'pimpinan.sigi@kabupaten.example'
const province = 'sekretaris@disnakertrans.example'
const canary = 'kenari-kuning-di-dalam-sangkar'
const identity = 'Siti Rahmawati 7271012505990001'

let house: SampleHouse
let leader: Session
beforeAll(async () => {
  house = await openSampleHouse()
  leader = await signedIn(sigi)
})
afterAll(() => house?.end())

const passwordOf = (email: string) =>
  sampleSignIns(house.config.dataDir).find(person => person.email === email)!.password
const signedIn = (email: string) => newSession(house, house.as(email), passwordOf(email))
const officeOf = (email: string) => house.as(email).officeId

/** A report as the public sends it: a story and an identity, sealed to the office of Sigi and to a receipt. */
const report = async (): Promise<{
  record: RecordRef
  digits: string
  receipt: OpenReceipt
  who: string
}> => {
  const record = { kind: 'report', id: randomUUID() }
  const digits = newReceipt()
  const receipt = await deriveReceipt(house.secret, digits)
  const who = await house.db.asPublic(async tx => {
    await holdRecord(tx, house.secret, record, officeOf(sigi), receipt)
    await writeEntry(tx, house.secret, record, { kind: 'story', text: Buffer.from(canary) })
    const text = Buffer.from(identity)
    return writeEntry(tx, house.secret, record, { kind: 'identity', text, guarded: true })
  })
  return { record, digits, receipt, who }
}
const adds = (record: RecordRef, receipt: OpenReceipt, text: string) =>
  house.db.asPublic(async tx => {
    await presentReceipt(tx, receipt.lookup)
    await writeEntry(tx, house.secret, record, { kind: 'message', text: Buffer.from(text) })
  })

const reads = (session: Session, record: RecordRef) =>
  withOfficeKeys(house, session, keys =>
    house.db.asActor(session.actor, async tx => texts(await readEntries(tx, record, keys))),
  )
const reporterReads = (record: RecordRef, receipt: OpenReceipt) =>
  house.db.asPublic(async tx => {
    await presentReceipt(tx, receipt.lookup)
    return texts(await readEntries(tx, record, receipt))
  })
const texts = (entries: { text: Buffer | undefined }[]) =>
  entries.flatMap(({ text }) => (text ? [text.toString()] : []))

const offers = (session: Session, record: RecordRef, officeId: number) =>
  withOfficeKeys(house, session, keys =>
    house.db.asActor(session.actor, tx => offerRecord(tx, house.secret, record, officeId, keys)),
  )
const accepts = (session: Session, record: RecordRef, offer: string) =>
  house.db.asActor(session.actor, tx => acceptOffer(tx, house.secret, record, session.actor.officeId, offer))
const grants = (session: Session, to: Member) =>
  withOfficeKeys(house, session, keys =>
    house.db.asActor(session.actor, tx => grantTo(tx, house.secret, session.actor, keys, to.actor.staffId)),
  )

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

describe('4. reading moves with custody', () => {
  let receiver: Session
  beforeAll(async () => {
    receiver = await signedIn(province)
  })

  test('before acceptance the receiver reads nothing; after it everything; later entries reach both holders', async () => {
    const { record, receipt, who } = await report()
    const offer = await offers(leader, record, receiver.actor.officeId)
    await adds(record, receipt, 'pesan saat menunggu')
    expect(await reads(receiver, record)).toEqual([])
    await accepts(receiver, record, offer)
    expect(await reads(receiver, record)).toEqual([canary, 'pesan saat menunggu'])
    await adds(record, receipt, 'pesan sesudahnya')
    expect((await reads(leader, record)).at(-1)).toBe('pesan sesudahnya')
    const opened = await withOfficeKeys(house, receiver, keys =>
      house.db.asActor(receiver.actor, tx =>
        openGuarded(tx, house.secret, receiver.actor, record, who, keys, 'perlu menelepon keluarga'),
      ),
    )
    expect(opened.toString()).toBe(identity)
  })

  test('the receiver, with its secret key and the whole database, opens none of the waiting keys', async () => {
    const { record } = await report()
    await offers(leader, record, receiver.actor.officeId)
    await house.db.asJob(tx =>
      tx
        .updateTable('record_holders')
        .set({ offer_id: null })
        .where('record_id', '=', record.id)
        .where('office_id', '=', receiver.actor.officeId)
        .execute(),
    )
    await expect(reads(receiver, record)).rejects.toThrow(/key of entry .* does not open/)
  })

  test('of two who accept one does; a rejected offer is gone with its keys', async () => {
    const { record } = await report()
    const offer = await offers(leader, record, receiver.actor.officeId)
    const both = await Promise.allSettled([
      accepts(receiver, record, offer),
      accepts(receiver, record, offer),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const other = await report()
    const refused = await offers(leader, other.record, receiver.actor.officeId)
    expect(await house.db.asActor(receiver.actor, tx => dropOffer(tx, refused))).toBe(true)
    await expect(accepts(receiver, other.record, refused)).rejects.toThrow(Conflict)
    const left = await house.db.asJob(tx =>
      tx
        .selectFrom('entry_keys')
        .innerJoin('vault_entries', 'vault_entries.id', 'entry_keys.entry_id')
        .select('holder_id')
        .where('record_id', '=', other.record.id)
        .execute(),
    )
    expect(left.length).toBe(4)
  })

  test('after revocation nothing new is read, and the old only where it was left', async () => {
    for (const keepsOld of [true, false]) {
      const { record, receipt } = await report()
      await accepts(receiver, record, await offers(leader, record, receiver.actor.officeId))
      await house.db.asActor(leader.actor, tx => endHold(tx, record, receiver.actor.officeId, keepsOld))
      await adds(record, receipt, 'pesan rahasia')
      expect(await reads(receiver, record)).toEqual(keepsOld ? [canary] : [])
      expect(await reads(leader, record)).toEqual([canary, 'pesan rahasia'])
    }
  })

  test('an office that holds nothing of a record sees no row of it, and cannot make itself a holder', async () => {
    const { record } = await report()
    const seen = await house.db.asActor(receiver.actor, async tx => [
      await tx.selectFrom('record_holders').select('id').where('record_id', '=', record.id).execute(),
      await tx.selectFrom('vault_entries').select('id').where('record_id', '=', record.id).execute(),
    ])
    expect(seen).toEqual([[], []])
    await expect(
      house.db.asActor(receiver.actor, tx => holdRecord(tx, house.secret, record, receiver.actor.officeId)),
    ).rejects.toThrow(/row-level security/)
    await expect(
      house.db.asPublic(tx => writeEntry(tx, house.secret, record, { kind: 'x', text: Buffer.from('x') })),
    ).rejects.toThrow(/row-level security/)
  })

  test('messages written while an offer is made and accepted reach the receiver, every one', async () => {
    const { record, receipt } = await report()
    const messages = Array.from({ length: 12 }, (_, number) => `pesan ${number}`)
    const custody = offers(leader, record, receiver.actor.officeId).then(offer =>
      accepts(receiver, record, offer),
    )
    await Promise.all([custody, ...messages.map(text => adds(record, receipt, text))])
    expect((await reads(receiver, record)).toSorted()).toEqual([canary, ...messages].toSorted())
  })
})

test('an office without a key is never sealed to: the offer is refused, and the record stays where it is', async () => {
  const { record } = await report()
  const keyless = officeOf('buol@kabupaten.example')
  expect(await house.db.asPublic(tx => currentOfficeKey(tx, keyless))).toBeUndefined()
  await expect(offers(leader, record, keyless)).rejects.toThrow('keys.office-without-key')
  expect(await reads(leader, record)).toEqual([canary])
})

describe('5. what was moved or put back', () => {
  const change = (record: RecordRef, set: object) =>
    house.db.asJob(tx =>
      tx
        .updateTable('vault_entries')
        .set(set)
        .where('record_id', '=', record.id)
        .where('kind', '=', 'story')
        .execute(),
    )

  test('names its entry, and is never shown as another text', async () => {
    const [one, two] = [await report(), await report()]
    const entry = (record: RecordRef) =>
      house.db.asJob(tx =>
        tx
          .selectFrom('vault_entries')
          .select(['id', 'ciphertext'])
          .where('record_id', '=', record.id)
          .where('kind', '=', 'story')
          .executeTakeFirstOrThrow(),
      )
    const [mine, theirs] = [await entry(one.record), await entry(two.record)]
    await change(one.record, { ciphertext: theirs.ciphertext })
    await expect(reads(leader, one.record)).rejects.toThrow(mine.id)
    await change(one.record, { ciphertext: mine.ciphertext })
    expect(await reads(leader, one.record)).toEqual([canary])
    await change(one.record, { kind: 'message' })
    await expect(reads(leader, one.record)).rejects.toThrow(mine.id)
  })

  test('an old version put in the place of the new one is found', async () => {
    const { record } = await report()
    const write = (version: number, id?: string) =>
      house.db.asActor(leader.actor, tx =>
        writeEntry(tx, house.secret, record, {
          kind: 'sheet',
          text: Buffer.from(`lembar ${version}`),
          version,
          ...(id && { id }),
        }),
      )
    const id = await write(1)
    await write(2, id)
    const old = await house.db.asJob(tx =>
      tx
        .selectFrom('vault_entries')
        .select('ciphertext')
        .where('id', '=', id)
        .where('version', '=', 1)
        .executeTakeFirstOrThrow(),
    )
    await house.db.asJob(tx =>
      tx.updateTable('vault_entries').set(old).where('id', '=', id).where('version', '=', 2).execute(),
    )
    await expect(reads(leader, record)).rejects.toThrow(id)
  })
})

describe('a public key or a holder that another hand put into the database is never sealed to', () => {
  const thief = newKeyPair().publicKey
  const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow(Broken)

  test('not the key of an office, not the key of a receipt, not a holder that was added', async () => {
    const { record, receipt } = await report()
    const officeId = officeOf(sigi)
    const kept = await house.db.asJob(tx => currentOfficeKey(tx, officeId))
    const setOffice = (public_key: Buffer) =>
      house.db.asJob(tx =>
        tx
          .updateTable('office_keys')
          .set({ public_key })
          .where('office_id', '=', officeId)
          .where('ended_at', 'is', null)
          .execute(),
      )
    await setOffice(thief)
    await refused(adds(record, receipt, 'pesan'))
    await setOffice(kept!.public_key)
    await adds(record, receipt, 'pesan')
    const foreign = { office_id: officeOf(province), mark: kept!.mark }
    await house.db.asJob(tx =>
      tx
        .insertInto('record_holders')
        .values({ ...foreign, record_kind: record.kind, record_id: record.id })
        .execute(),
    )
    await refused(adds(record, receipt, 'pesan'))
    const other = await report()
    await house.db.asJob(tx =>
      tx
        .updateTable('record_holders')
        .set({ public_key: thief })
        .where('lookup', '=', other.receipt.lookup)
        .execute(),
    )
    await refused(adds(other.record, other.receipt, 'pesan'))
  })

  test('nor the key of a colleague to whom the office key is granted', async () => {
    const officer = await newMember(house, sigi, 'case-officer')
    await officer.signIn()
    await house.db.asJob(tx =>
      tx
        .updateTable('member_keys')
        .set({ public_key: thief })
        .where('staff_id', '=', officer.actor.staffId)
        .execute(),
    )
    await refused(grants(leader, officer))
    await house.db.asJob(tx => deleteMemberKey(tx, officer.actor.staffId))
  })
})

describe('6. a lost password loses no data', () => {
  test('a new key pair, a grant by a colleague, and all is read again', async () => {
    const { record } = await report()
    const officer = await newMember(house, sigi, 'case-officer')
    await officer.signIn()
    await grants(leader, officer)
    await house.db.asActor(officer.actor, tx => deleteMemberKey(tx, officer.actor.staffId))
    const again = await officer.signIn('kata-sandi-yang-baru')
    await expect(reads(again, record)).rejects.toThrow(Conflict)
    await grants(leader, officer)
    expect(await reads(again, record)).toEqual([canary])
  })

  test('the last member gone: the two halves of paper open the office, one does not', async () => {
    const other = await report()
    const officer = await newMember(house, sigi, 'leader')
    const session = await officer.signIn()
    const halves = await withOfficeKeys(house, leader, keys =>
      house.db.asActor(leader.actor, tx => makePaper(tx, house, leader.actor, keys)),
    )
    const prove = (one: string, two: string) =>
      house.db.asActor(leader.actor, tx => provePaper(tx, house, leader.actor, one, two))
    expect(await prove('ZZZZ', halves[1].slice(-4))).toBe(false)
    expect(await prove(halves[0].slice(-4).toLowerCase(), halves[1].slice(-4))).toBe(true)
    const use = (one: string, two: string) =>
      withMemberKey(house, session, member =>
        house.db.asActor(session.actor, tx => recoverWithPaper(tx, session.actor, member, one, two)),
      )
    expect(await use(halves[0], halves[0])).toBe(false)
    await expect(reads(session, other.record)).rejects.toThrow(Conflict)
    expect(await use(halves[1], halves[0])).toBe(true)
    expect(await reads(session, other.record)).toEqual([canary])
  })

  test('a changed password opens at once and after a crash in between, whichever of the two it is', async () => {
    const officer = await newMember(house, sigi, 'case-officer')
    await officer.signIn()
    const given = { currentPassword: officer.password, newPassword: 'perahu-cadik-merah-pagi' }
    await prepareNextPassword(house, officer.actor, given)
    expect(await openMemberKey(house, officer.actor, officer.password)).toBeDefined()
    expect(await openMemberKey(house, officer.actor, given.newPassword)).toBeDefined()
    expect(await openMemberKey(house, officer.actor, officer.password)).toBeUndefined()
  })
})

test('7. a member leaves: a new epoch, no grants; all stays readable and is sealed again in the background', async () => {
  const { record, receipt } = await report()
  const leaver = await newMember(house, sigi, 'case-officer')
  const session = await leaver.signIn()
  await grants(leader, leaver)
  const administrator = house.as('sigi@kabupaten.example')
  expect(
    await house.db.asActor(administrator, tx =>
      retireMember(tx, house.secret, administrator, leaver.actor.staffId),
    ),
  ).toBe(true)
  await adds(record, receipt, 'sesudah ia pergi')
  await expect(reads(session, record)).rejects.toThrow(Conflict)
  expect(await reads(leader, record)).toEqual([canary, 'sesudah ia pergi'])
  const reseal = (keys: OfficeKeys) =>
    house.db.asActor(leader.actor, tx => resealToEpoch(tx, house.secret, keys, 3))
  await withOfficeKeys(house, leader, async keys => {
    expect([...keys.epochs.keys()].length).toBeGreaterThan(1)
    while ((await reseal(keys)) > 0) expect(await reads(leader, record)).toEqual([canary, 'sesudah ia pergi'])
    for (const epoch of [...keys.epochs.keys()].slice(0, -1)) keys.epochs.delete(epoch)
    const present = await house.db.asActor(leader.actor, tx => readEntries(tx, record, keys))
    expect(texts(present)).toEqual([canary, 'sesudah ia pergi'])
  })
})

test('7. the only one who can open the office leaves: the grant stays, so that nothing is lost when the person returns', async () => {
  const alone = await signedIn('petugas.poso@kabupaten.example')
  const above = house.as('sekretaris@disnakertrans.example')
  const retire = house.db.asActor(above, tx => retireMember(tx, house.secret, above, alone.actor.staffId))
  expect(await retire).toBe(false)
  expect(await withOfficeKeys(house, alone, async keys => keys.epochs.size)).toBe(1)
})

describe('8. the vault of a session', () => {
  const open = (session: Session) => withOfficeKeys(house, session, async keys => keys.epochs.size)
  const later = (session: Session, set: { last_used?: Date; expires_at?: Date }) =>
    house.db.asJob(tx =>
      tx.updateTable('session_vaults').set(set).where('session_id', '=', session.sessionId).execute(),
    )
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)

  test('closes when the session ends, when idle, when its time is over, and when the house starts again', async () => {
    const ended = await signedIn(sigi)
    expect(await open(ended)).toBeGreaterThan(0)
    await house.db.authPool.query('delete from session where id = $1', [ended.sessionId])
    await expect(open(ended)).rejects.toThrow(Locked)
    const idle = await signedIn(sigi)
    await later(idle, { last_used: ago(29) })
    expect(await open(idle)).toBeGreaterThan(0)
    await later(idle, { last_used: ago(31) })
    await expect(open(idle)).rejects.toThrow(Locked)
    const old = await signedIn(sigi)
    await later(old, { expires_at: ago(1) })
    await expect(open(old)).rejects.toThrow(Locked)
    const before = await signedIn(sigi)
    await house.db.asJob(tx => deleteVaults(tx))
    await expect(open(before)).rejects.toThrow(Locked)
    leader = await signedIn(sigi)
  })

  test('filled by the password before the second step, opens only once the code made a session', async () => {
    const { actor } = leader
    const { cookies } = await keysAfterPassword(house, { email: sigi, password: passwordOf(sigi) }, undefined)
    const cookie = /^vault=([^;]+)/.exec(cookies[0]!)![1]
    const session = { ...(await newSession(house, actor, 'kata-sandi-lain')), cookie }
    await expect(open(session)).rejects.toThrow(Locked)
    await keysAfterCode(house, session.sessionId, cookie)
    expect(await open(session)).toBeGreaterThan(0)
  })

  test('opens neither for another session nor with a changed cookie', async () => {
    const [mine, other] = [await signedIn(sigi), await signedIn(province)]
    for (const bad of [
      { ...mine, sessionId: other.sessionId },
      { ...other, cookie: mine.cookie },
      { ...mine, cookie: mine.cookie!.replace(/.{5}$/, 'AAAAA') },
      { ...mine, cookie: '' },
      { ...mine, cookie: undefined },
    ])
      await expect(open(bad)).rejects.toThrow(Locked)
    expect(await open(mine)).toBeGreaterThan(0)
  })
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

test('a receipt that staff gave is replaced: the new one opens everything, the old one finds nothing', async () => {
  const { record, receipt } = await report()
  const next = await deriveReceipt(house.secret, newReceipt())
  await house.db.asPublic(tx => changeReceipt(tx, house.secret, receipt, next))
  expect(await reporterReads(record, next)).toEqual([canary])
  expect(await reporterReads(record, receipt)).toEqual([])
  await adds(record, next, 'dengan nomor baru')
  expect(await reads(leader, record)).toEqual([canary, 'dengan nomor baru'])
})

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
