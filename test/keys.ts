import { randomUUID } from 'node:crypto'
import { type Actor, actorOf, createAccount, enrol, openAuth, type Role } from '../src/staff/index.ts'
import { openKeys, type Session } from '../src/staff/keys/with-keys.ts'
import type { SampleHouse } from './house.ts'

export interface Member {
  actor: Actor
  password: string
  /** Signs in on another device. */
  signIn(password?: string): Promise<Session>
}

/** Somebody new at the office of a sample person, below the pages. */
export const newMember = async (house: SampleHouse, at: string, role: Role): Promise<Member> => {
  const password = `kapal-layar-${randomUUID()}`
  const email = `${randomUUID()}@contoh.example`
  const { officeId } = house.as(at)
  const id = await createAccount(openAuth(house), { name: 'Orang Contoh', email, password })
  await house.db.asJob(tx => enrol(tx, { id, officeId, name: 'Orang Contoh', email, roles: [role] }))
  const actor = (await house.db.asJob(tx => actorOf(tx, id)))!
  return { actor, password, signIn: (typed = password) => newSession(house, actor, typed) }
}

export const newSession = async (house: SampleHouse, actor: Actor, password: string): Promise<Session> => {
  const sessionId = randomUUID()
  await house.db.authPool.query(
    `insert into session (id, token, "userId", "expiresAt") values ($1, $1, $2, now() + interval '12 hours')`,
    [sessionId, actor.staffId],
  )
  const { cookies } = await openKeys(house, actor, password, sessionId)
  return { actor, sessionId, cookie: /^vault=([^;]+)/.exec(cookies[0] ?? '')?.[1] }
}
