import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { generateCookie } from 'hono/cookie'
import { publicRoutes } from './campaigns/public/routes.tsx'
import { campaignRoutes } from './campaigns/routes.ts'
import { letterRoutes, recoverReport, reportRoutes, screeningRoutes } from './complaints/index.ts'
import { complaintRoutes } from './complaints/routes.ts'
import { screening } from './complaints/screening/indicators.ts'
import { workflow } from './complaints/workflow.ts'
import { coordinationRoutes } from './coordination/routes.ts'
import { errandRoutes } from './errands/routes.tsx'
import { failurePage } from './failure-page.tsx'
import { frontRoutes } from './front/routes.tsx'
import { Safety } from './front/safety/safety.ts'
import { insightRoutes } from './insight/routes.ts'
import { campaignSources } from './news/index.ts'
import { newsRoutes } from './news/routes.ts'
import { coordinationSources } from './news/sources/coordination.ts'
import { guidanceRoutes } from './offers/guidance/routes.ts'
import {
  answerRoutes,
  companyStanding,
  inspectorOf,
  keepKind,
  procedureRoutes,
  registerRoutes,
} from './offers/index.ts'
import { officeRoutes } from './offices/routes.tsx'
import type { House } from './platform/house.ts'
import { NotFound, TooLarge } from './platform/http/failures.ts'
import { goTo } from './platform/http/page.tsx'
import { open, type Route, safePath } from './platform/http/route.ts'
import { ownForms, securityHeaders } from './platform/http/security.ts'
import { ownFollowUpRoutes, recoverRegistration, selfRoutes } from './returnees/index.ts'
import { returneeRoutes } from './returnees/routes.ts'
import {
  accountRoutes,
  keyRoutes,
  type NavItem,
  openAuth,
  peopleRoutes,
  restoreRoutes,
  signInRoutes,
  staffGate,
} from './staff/index.ts'
import { styleRoutes } from './style-page.tsx'

const nav: NavItem[] = [
  { href: '/hari-ini', label: 'nav.today', may: 'duty.read' },
  { href: '/aduan', label: 'nav.complaints', may: 'case.read' },
  { href: '/program', label: 'nav.plan', may: 'programme.read' },
  { href: '/kepulangan', label: 'nav.arrivals', may: 'returnee.read' },
  { href: '/purna', label: 'nav.returnees', may: 'returnee.read' },
  { href: '/kampanye', label: 'nav.campaigns', may: 'campaign.read' },
  { href: '/materi', label: 'nav.materials', may: 'material.read' },
  { href: '/redaksi', label: 'nav.news', may: 'article.read' },
  { href: '/isian', label: 'nav.slots', may: 'duty.publish' },
  { href: '/tinjau', label: 'nav.review', may: 'proof.decide' },
  { href: '/rapat', label: 'nav.meetings', may: 'meeting.read' },
  { href: '/wawasan', label: 'nav.insight', may: 'insight.read' },
  { href: '/pedoman', label: 'nav.guidance', may: 'guidance.read' },
  { href: '/perekrut', label: 'nav.register', may: 'register.read' },
  { href: '/kantor', label: 'nav.offices', may: 'office.read' },
  { href: '/kunci', label: 'nav.keys', may: 'key.hold' },
  { href: '/rekaman', label: 'nav.audio', may: 'audio.edit' },
  { href: '/petugas', label: 'nav.staff', may: 'staff.read' },
  { href: '/jejak', label: 'nav.audit', may: 'audit.read' },
]

/** Bytes of the largest body read at all; a file over its own limit comes back as a message beside its field. */
const largestBody = 64_000_000

keepKind('safety', Safety)
keepKind('complaint-workflow', workflow)
keepKind('screening', screening)

/** The table of contents: which room answers which path. */
export const routesOf = (house: House): Route[] => {
  const auth = openAuth(house)
  const staff = staffGate(house, auth, nav)
  const rooms = [
    ...publicRoutes(house),
    ...reportRoutes(house),
    ...signInRoutes(house, auth),
    ...accountRoutes(house, staff, auth),
    ...keyRoutes(house, staff),
    ...restoreRoutes(house, staff, auth),
    ...peopleRoutes(house, staff),
    ...screeningRoutes(house, staff),
    ...letterRoutes(house, staff),
    ...officeRoutes(house, staff),
    ...guidanceRoutes(house, staff),
    ...answerRoutes(house, {
      inspectorOf,
      lookUp: companyStanding(house),
      reportHref: '/lapor/dari-cek',
    }),
    ...procedureRoutes(house),
    ...registerRoutes(house, staff),
    ...complaintRoutes(house, staff),
    ...coordinationRoutes(house, staff),
    ...selfRoutes(house),
    ...ownFollowUpRoutes(house),
    ...returneeRoutes(house, staff),
    ...campaignRoutes(house, staff),
    ...newsRoutes(house, staff, [...campaignSources(house), ...coordinationSources(house)]),
    ...insightRoutes(house, staff),
    ...errandRoutes(house, staff),
    ...styleRoutes(house),
    ...houseRoutes(house),
  ]
  // The front tells machines where the public pages of the other rooms are.
  const read = rooms.filter(({ method }) => method === 'GET')
  const known = {
    open: read.filter(({ gate }) => gate === 'open').map(({ path }) => path),
    closed: [...read.filter(({ gate }) => gate !== 'open').map(({ path }) => path), '/rekaman'],
  }
  return [...rooms, ...frontRoutes(house, staff, known)]
}

export const makeApp = (house: House): Hono => {
  const app = new Hono({ strict: false })
  app.use(securityHeaders, ownForms(house.config.publicUrl))
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw new TooLarge()
      },
    }),
  )
  for (const { method, path, answer } of routesOf(house)) app.on(method, path, answer)
  app.notFound(c => failurePage(house, c, new NotFound()))
  const [recover, recoverOther] = [recoverReport(house), recoverRegistration(house)]
  app.onError(
    async (error, c) =>
      (await recover(c, error)) ?? (await recoverOther(c, error)) ?? failurePage(house, c, error),
  )
  return app
}

const houseRoutes = ({ assets, db }: House): Route[] => [
  open('GET', '/bahasa/:locale', ({ c }) => {
    const chosen = c.req.param('locale') === 'en' ? 'en' : 'id'
    return goTo(safePath(c.req.query('ke')), {
      'set-cookie': generateCookie('lang', chosen, { path: '/', sameSite: 'Lax', maxAge: 365 * 86_400 }),
    })
  }),
  open('GET', '/assets/:file', ({ c }) => {
    const asset = assets.find(c.req.param('file') ?? '')
    if (!asset) throw new NotFound()
    const squeezed = asset.brotli && c.req.header('accept-encoding')?.includes('br')
    return new Response(squeezed ? asset.brotli! : asset.bytes, {
      headers: {
        'content-type': asset.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        ...(squeezed && { 'content-encoding': 'br' }),
      },
    })
  }),
  open('GET', '/sehat', async () => {
    await db.asPublic(tx => tx.selectNoFrom(eb => eb.lit(1).as('one')).execute())
    return new Response('ok', { headers: { 'content-type': 'text/plain' } })
  }),
]
