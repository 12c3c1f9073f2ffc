import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { ComponentChildren } from 'preact'
import { record } from '../platform/audit/audit.ts'
import type { Tx } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { NotFound } from '../platform/http/failures.ts'
import { goTo } from '../platform/http/page.tsx'
import { languageOf, type Method, type Route, type Visit } from '../platform/http/route.ts'
import type { Actor } from './actor.ts'
import type { Auth } from './auth.ts'
import type { OfficeKeys } from './keys/office-key.ts'
import { cookieValue, Locked, vaultCookie } from './keys/session-vault.ts'
import { askForPassword, openOnTheWay } from './keys/unlock.tsx'
import { type Session, withOfficeKeys } from './keys/with-keys.ts'
import { may, type Permission } from './permissions.ts'
import { actorOf } from './queries.ts'
import { type NavItem, type PageParts, staffPage } from './staff-page.tsx'

/** The verbs of the audit trail are named by the routes: thing.deed. */
export type Verb = `${string}.${string}` | 'none'

export interface Gate {
  may: Permission
  audit: Verb
}

/** A visit by somebody signed in who may be here. */
export interface StaffVisit extends Visit {
  actor: Actor
  session: Session
  /** One transaction as this actor. The deed of the route is recorded in it, so that neither stands without the other. */
  within<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Records the deed alone, where sign-in's own database work has done it already. */
  recordDeed(): Promise<void>
  /** Works with the secret keys of the own office. @throws Locked, which leads to the password; Conflict without a grant */
  withKeys<T>(work: (keys: OfficeKeys) => Promise<T>): Promise<T>
  /** The console page around a view. */
  page(view: ComponentChildren, parts: PageParts): Response
}

/** Makes a route for staff. Without its permission and audit verb it does not type-check. */
export type StaffRoute = (
  method: Method,
  path: string,
  gate: Gate,
  answer: (visit: StaffVisit) => Response | Promise<Response>,
) => Route

/** @param nav the entries of the console's menu; each shows for those who may go there */
export const staffGate =
  (house: House, auth: Auth, nav: NavItem[]): StaffRoute =>
  (method, path, gate, answer) => ({
    method,
    path,
    gate: gate.may,
    audit: gate.audit,
    answer: async c => {
      const session = await whoIs(house, auth, c)
      if (!session) return goTo(`/masuk?ke=${encodeURIComponent(wanted(c))}`)
      if (!may(session.actor, gate.may)) throw new NotFound()
      const visit = visitOf(house, nav, c, session, gate)
      const opened = await openOnTheWay(house, visit)
      if (opened instanceof Response) return opened
      if (opened) session.cookie = cookieValue(opened)
      const response = await answered(visit, answer)
      if (opened) response.headers.append('set-cookie', opened)
      return response
    },
  })

const answered = async (visit: StaffVisit, answer: (visit: StaffVisit) => Response | Promise<Response>) => {
  try {
    return await answer(visit)
  } catch (error) {
    if (error instanceof Locked) return askForPassword(visit)
    throw error
  }
}

/** The actor behind the session cookie, and what opens the session's vault. */
export const whoIs = async (
  { db }: Pick<House, 'db'>,
  auth: Auth,
  c: Context,
): Promise<Session | undefined> => {
  if (!c.req.header('cookie')?.includes('session_token')) return undefined
  const session = await auth.api.getSession({ headers: c.req.raw.headers })
  const actor = session && (await db.asJob(tx => actorOf(tx, session.user.id)))
  return actor ? { actor, sessionId: session.session.id, cookie: getCookie(c, vaultCookie) } : undefined
}

const visitOf = (house: House, nav: NavItem[], c: Context, session: Session, gate: Gate): StaffVisit => {
  const { actor } = session
  const language = languageOf(c)
  const within: StaffVisit['within'] = work =>
    house.db.asActor(actor, async tx => {
      const result = await work(tx)
      if (gate.audit !== 'none') await record(tx, gate.audit, c.req.path)
      return result
    })
  return {
    c,
    language,
    actor,
    session,
    within,
    withKeys: work => withOfficeKeys(house, session, work),
    recordDeed: () => within(async () => {}),
    page: (view, parts) => staffPage(house, nav, { actor, language, path: c.req.path }, view, parts),
  }
}

const wanted = (c: Context) => (c.req.method === 'GET' ? new URL(c.req.url).pathname : '/hari-ini')
