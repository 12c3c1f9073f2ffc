import { z } from 'zod'
import { regenciesServed } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { several, text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { uuidOf } from '../uuid-of.ts'
import { CertificatePage } from './certificate-page.tsx'
import { invitationById, invitationsOf } from './invitation-queries.ts'
import { invite, moveInvitation, whoFits } from './invite.ts'
import { MatchPage } from './match-page.tsx'
import { attendanceList, certificate } from './papers.ts'
import { invitationMoveNames, invitationStates } from './programme.ts'
import { ProgrammePage } from './programme-page.tsx'
import { cohortOf, countInvited, programmeById } from './queries.ts'

const mostShown = 100
const Chosen = z.object({ returnees: several(z.uuid()) })
const Step = z.object({ move: z.enum(invitationMoveNames, 'form.choose'), was: z.enum(invitationStates) })
const Motive = z.object({ motive: text(10, 500) })
const Signed = Motive.extend({ signer: text(2, 120), signerTitle: text(2, 120) })
const pdf = (bytes: Uint8Array, name: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'no-store',
    },
  })

/** Who is invited to a programme, comes to it, and takes a paper home. */
export const invitationRoutes = (house: House, staff: StaffRoute): Route[] => {
  const todayOf = (visit: StaffVisit) => dayOf(house.clock(), visit.actor.office.timeZone)
  const crumbs = (visit: StaffVisit, id?: number) => (
    <a href={id ? `/program-purna/${id}` : '/program-purna'}>
      {visit.language.t(id ? 'programmes.one' : 'programmes.title')}
    </a>
  )
  const programmeIn = async (visit: StaffVisit) => {
    const programme = await house.db.asActor(visit.actor, tx => programmeById(tx, idOf(visit.c, 'id') ?? 0))
    if (!programme) throw new NotFound()
    return programme
  }

  const showOne = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const programme = await programmeIn(visit)
    const today = String(todayOf(visit))
    const seesPeople = may(visit.actor, 'returnee.read')
    const shown = await house.db.asActor(visit.actor, async tx => ({
      places: new Map((await regenciesServed(tx)).map(({ code, name }) => [code, name])),
      counts: await countInvited(tx, programme.id),
      cohort: await cohortOf(tx, programme.id, today),
      invitations: seesPeople ? await invitationsOf(tx, programme.id) : undefined,
    }))
    const view = (
      <ProgrammePage
        {...shown}
        programme={programme}
        form={form}
        today={today}
        begun={today >= programme.startsOn}
        mayWork={may(visit.actor, 'returnee.work')}
        mayEdit={may(visit.actor, 'returnee.programme') && programme.ownerOfficeId === visit.actor.officeId}
      />
    )
    return visit.page(view, { title: programme.title, crumbs: crumbs(visit), status })
  }

  const showMatch = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const programme = await programmeIn(visit)
    const matched = await house.db.asActor(visit.actor, tx =>
      whoFits(tx, programme, todayOf(visit), mostShown),
    )
    return visit.page(<MatchPage {...matched} programme={programme} form={form} />, {
      title: `${visit.language.t('programmes.who-fits')}: ${programme.title}`,
      crumbs: crumbs(visit, programme.id),
      status,
    })
  }

  const attendedIn = async (visit: StaffVisit) => {
    const programme = await programmeIn(visit)
    const id = uuidOf(visit, 'invitation')
    const invitation = await house.db.asActor(visit.actor, tx => invitationById(tx, id))
    if (invitation?.programmeId !== programme.id || invitation.state !== 'attended') throw new NotFound()
    return { programme, invitation }
  }

  const showCertificate = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { programme, invitation } = await attendedIn(visit)
    const view = <CertificatePage programmeId={programme.id} invitationId={invitation.id} form={form} />
    const title = visit.language.t('programmes.certificate')
    return visit.page(view, { title, crumbs: crumbs(visit, programme.id), status })
  }

  return [
    staff('GET', '/program-purna/:id', { may: 'programme.read', audit: 'none' }, visit => showOne(visit)),
    staff('GET', '/program-purna/:id/cocok', { may: 'returnee.read', audit: 'none' }, visit =>
      showMatch(visit),
    ),
    staff(
      'POST',
      '/program-purna/:id/undang',
      { may: 'returnee.work', audit: 'returnee.invited' },
      async visit => {
        const form = parseForm(Chosen, await readBody(visit.c), visit.language.t)
        if (!form.ok) return showMatch(visit, form.form, 422)
        const { id } = await programmeIn(visit)
        await visit.within(tx => invite(house, tx, visit.actor, id, form.data.returnees))
        return goTo(`/program-purna/${id}`)
      },
    ),
    staff(
      'POST',
      '/program-purna/:id/undangan/:invitation',
      { may: 'returnee.work', audit: 'returnee.invitation-moved' },
      async visit => {
        const form = parseForm(Step, await readBody(visit.c), visit.language.t)
        const { id } = await programmeIn(visit)
        if (!form.ok) return showOne(visit, form.form, 422)
        const step = visit.within(tx =>
          moveInvitation(house, tx, visit.actor, uuidOf(visit, 'invitation'), form.data.move),
        )
        try {
          await step
        } catch (error) {
          if (!(error instanceof Conflict)) throw error
          return showOne(visit, { values: {}, errors: { move: visit.language.t(error.key) } }, 409)
        }
        return goTo(`/program-purna/${id}`)
      },
    ),
    staff(
      'POST',
      '/program-purna/:id/daftar-hadir',
      { may: 'returnee.work', audit: 'returnee.attendance-printed' },
      async visit => {
        const form = parseForm(Motive, await readBody(visit.c), visit.language.t)
        if (!form.ok) return showOne(visit, form.form, 422)
        const programme = await programmeIn(visit)
        const bytes = await visit.withKeys(keys =>
          visit.within(tx => attendanceList(house, tx, visit.actor, keys, programme, form.data.motive)),
        )
        return pdf(bytes, `daftar-hadir-${programme.id}`)
      },
    ),
    staff(
      'GET',
      '/program-purna/:id/undangan/:invitation/sertifikat',
      { may: 'returnee.work', audit: 'none' },
      visit => showCertificate(visit),
    ),
    staff(
      'POST',
      '/program-purna/:id/undangan/:invitation/sertifikat',
      { may: 'returnee.work', audit: 'returnee.certificate-printed' },
      async visit => {
        const form = parseForm(Signed, await readBody(visit.c), visit.language.t)
        if (!form.ok) return showCertificate(visit, form.form, 422)
        const { programme, invitation } = await attendedIn(visit)
        const bytes = await visit.withKeys(keys =>
          visit.within(tx =>
            certificate(house, tx, visit.actor, keys, { programme, invitation, input: form.data }),
          ),
        )
        return pdf(bytes, `sertifikat-${programme.id}`)
      },
    ),
  ]
}
