import { z } from 'zod'
import { allOffices } from '../offices/index.ts'
import type { House } from '../platform/house.ts'
import { NotFound } from '../platform/http/failures.ts'
import { several, text } from '../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../platform/http/forms.ts'
import { goTo } from '../platform/http/page.tsx'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from './gate.ts'
import { sendInvitation, writeInvitation } from './invite.ts'
import { retireMember } from './keys/office-key.ts'
import { deleteVaults } from './keys/queries.ts'
import { AuditPage, InvitePage, PeoplePage } from './people-pages.tsx'
import { may, roles } from './permissions.ts'
import { auditTrail, colleagues, emailTaken, openInvitations, overseenOffices, setActive } from './queries.ts'

const Invitation = z.object({
  name: text(2, 120),
  email: z.string().trim().toLowerCase().pipe(z.email('sign-in.bad-email')),
  office: z.coerce.number().int().positive('form.choose'),
  roles: several(z.enum(roles)),
})

const auditRows = 50

/** The staff of the offices one oversees, invitations, and the audit trail. */
export const peopleRoutes = (house: House, staff: StaffRoute): Route[] => {
  const inviteForm = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const offices = await house.db.asActor(visit.actor, async tx => {
      const mine = new Set(await overseenOffices(tx))
      return (await allOffices(tx)).filter(({ id }) => mine.has(id))
    })
    return visit.page(<InvitePage form={form} offices={offices} />, {
      title: visit.language.t('staff.invite'),
      status,
    })
  }

  const switchTo = (active: boolean) => async (visit: StaffVisit) => {
    const id = visit.c.req.param('id') ?? ''
    if (id === visit.actor.staffId) throw new NotFound()
    const keyMoved = await visit.within(async tx => {
      const { numUpdatedRows } = await setActive(tx, id, active)
      if (numUpdatedRows === 0n) throw new NotFound()
      return active || retireMember(tx, house.secret, visit.actor, id)
    })
    if (!active) await house.db.asJob(tx => deleteVaults(tx, id))
    return goTo(keyMoved ? '/petugas' : '/petugas?kunci-tinggal')
  }

  return [
    staff('GET', '/petugas', { may: 'staff.read', audit: 'none' }, async visit => {
      const [people, invited] = await visit.within(
        async tx => [await colleagues(tx), await openInvitations(tx)] as const,
      )
      const { t } = visit.language
      const mayManage = may(visit.actor, 'staff.manage')
      const view = (
        <PeoplePage
          people={people}
          invited={invited}
          self={visit.actor.staffId}
          mayManage={mayManage}
          mayRestore={may(visit.actor, 'staff.restore')}
          said={saidTo(visit)}
        />
      )
      const actions = mayManage && (
        <a class="btn" href="/petugas/undang">
          {t('staff.invite')}
        </a>
      )
      return visit.page(view, { title: t('staff.title'), actions })
    }),
    staff('GET', '/petugas/undang', { may: 'staff.manage', audit: 'none' }, visit => inviteForm(visit)),
    staff('POST', '/petugas/undang', { may: 'staff.manage', audit: 'staff.invited' }, async visit => {
      const body = await readBody(visit.c)
      const given = parseForm(Invitation, body, visit.language.t)
      if (!given.ok) return inviteForm(visit, given.form, 422)
      const { office, ...person } = given.data
      if (await house.db.asJob(tx => emailTaken(tx, person.email)))
        return inviteForm(visit, refuse(body, { email: visit.language.t('staff.email-taken') }), 422)
      const letter = { ...person, officeId: office }
      const token = await visit.within(async tx => {
        if (!(await overseenOffices(tx)).includes(office)) throw new NotFound()
        return writeInvitation(tx, house, visit.actor, letter)
      })
      await sendInvitation(house, visit.language, visit.actor, letter, token)
      return goTo('/petugas')
    }),
    staff(
      'POST',
      '/petugas/:id/nonaktifkan',
      { may: 'staff.manage', audit: 'staff.deactivated' },
      switchTo(false),
    ),
    staff('POST', '/petugas/:id/aktifkan', { may: 'staff.manage', audit: 'staff.activated' }, switchTo(true)),
    staff('GET', '/jejak', { may: 'audit.read', audit: 'audit.viewed' }, async visit => {
      const before = Number(visit.c.req.query('sebelum')) || undefined
      const rows = await visit.within(tx => auditTrail(tx, before, auditRows))
      const older = rows.length === auditRows ? `/jejak?sebelum=${rows.at(-1)!.id}` : undefined
      return visit.page(<AuditPage rows={rows} older={older} />, { title: visit.language.t('audit.title') })
    }),
  ]
}

const saidTo = ({ c, language: { t } }: StaffVisit) => {
  if (c.req.query('surat-terkirim') !== undefined) return t('restore.sent')
  return c.req.query('kunci-tinggal') === undefined ? undefined : t('keys.kept-by-leaver')
}
