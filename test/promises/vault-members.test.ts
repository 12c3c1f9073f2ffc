import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict } from '../../src/platform/http/failures.ts'
import { Locked, readEntries, resealToEpoch } from '../../src/staff/index.ts'
import { keysAfterCode, keysAfterPassword } from '../../src/staff/keys/at-sign-in.ts'
import { openMemberKey, prepareNextPassword } from '../../src/staff/keys/member-key.ts'
import { type OfficeKeys, retireMember } from '../../src/staff/keys/office-key.ts'
import { deleteMemberKey, deleteVaults } from '../../src/staff/keys/queries.ts'
import { makePaper, provePaper, recoverWithPaper } from '../../src/staff/keys/recovery.ts'
import { type Session, withMemberKey, withOfficeKeys } from '../../src/staff/keys/with-keys.ts'
import { newMember, newSession } from '../keys.ts'
import { canary, openVaultStory, province, sigi, texts, type VaultStory } from '../vault-story.ts'

let { house, leader, passwordOf, signedIn, report, adds, reads, grants } = {} as VaultStory
beforeAll(async () => {
  ;({ house, leader, passwordOf, signedIn, report, adds, reads, grants } = await openVaultStory())
})
afterAll(() => house?.end())

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
