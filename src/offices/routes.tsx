import { z } from 'zod'
import { dayOf } from '../platform/clock/clock.ts'
import type { House } from '../platform/house.ts'
import { NotFound } from '../platform/http/failures.ts'
import { optionalText, text } from '../platform/http/fields.ts'
import { type Body, emptyForm, type FormState, parseForm, readBody, refuse } from '../platform/http/forms.ts'
import { goTo } from '../platform/http/page.tsx'
import { idOf, open, type Route } from '../platform/http/route.ts'
import { acceptImage } from '../platform/images/intake.ts'
import { may, type StaffRoute, type StaffVisit } from '../staff/index.ts'
import { addContact, dropContact, giveLogo, nameOffice } from './change-office.ts'
import { contactKinds } from './office.ts'
import { OfficePage, OfficesPage } from './pages.tsx'
import { allOffices, contactsOf, mayEdit, officeById, servedRegions } from './queries.ts'

const Names = z.object({ name: text(3, 120), shortName: text(2, 40) })
const NewContact = z
  .object({
    kind: z.enum(contactKinds),
    value: text(3, 200),
    source: optionalText(200),
    verified: z.literal('yes').optional(),
  })
  .refine(({ verified, source }) => !verified || source !== '', {
    path: ['source'],
    message: 'contact.source-needed',
  })

const logoBytes = 2_000_000

/** The network: every office, its names, logo, contacts and jurisdiction. */
export const officeRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const id = idOf(visit.c)
    const today = dayOf(house.clock(), visit.actor.office.timeZone)
    const shown = await house.db.asActor(visit.actor, async tx => {
      const office = id ? await officeById(tx, id) : undefined
      if (!office) throw new NotFound()
      const editable = may(visit.actor, 'office.edit') && (await mayEdit(tx, office.id))
      return {
        office,
        contacts: await contactsOf(tx, [office.id]),
        regions: await servedRegions(tx, office.id),
        mayEdit: editable,
      }
    })
    const { t, day } = visit.language
    const crumbs = <a href="/kantor">{t('office.title')}</a>
    return visit.page(<OfficePage {...shown} form={form} today={day(today)} />, {
      title: shown.office.shortName,
      crumbs,
      status,
    })
  }

  const change = async (
    visit: StaffVisit,
    body: Body,
    schema: typeof Names | typeof NewContact,
    work: (data: never, id: number) => Parameters<StaffVisit['within']>[0],
  ) => {
    const given = parseForm(schema, body, visit.language.t)
    if (!given.ok) return show(visit, given.form, 422)
    const id = idOf(visit.c) ?? 0
    await visit.within(work(given.data as never, id))
    return goTo(`/kantor/${id}`)
  }

  return [
    staff('GET', '/kantor', { may: 'office.read', audit: 'none' }, async visit => {
      const [offices, contacts] = await visit.within(async tx => {
        const all = await allOffices(tx)
        return [
          all,
          await contactsOf(
            tx,
            all.map(({ id }) => id),
          ),
        ] as const
      })
      const { t } = visit.language
      const actions = may(visit.actor, 'region.load') && (
        <a class="btn plain" href="/wilayah">
          {t('regions.title')}
        </a>
      )
      return visit.page(<OfficesPage offices={offices} contacts={contacts} />, {
        title: t('office.title'),
        actions,
      })
    }),
    staff('GET', '/kantor/:id', { may: 'office.read', audit: 'none' }, visit => show(visit)),
    staff('POST', '/kantor/:id', { may: 'office.edit', audit: 'office.renamed' }, async visit =>
      change(
        visit,
        await readBody(visit.c),
        Names,
        ({ name, shortName }: z.output<typeof Names>, id) =>
          tx =>
            nameOffice(tx, id, name, shortName),
      ),
    ),
    staff('POST', '/kantor/:id/kontak', { may: 'office.edit', audit: 'office.contact-added' }, async visit =>
      change(
        visit,
        await readBody(visit.c),
        NewContact,
        ({ verified, ...contact }: z.output<typeof NewContact>, id) =>
          tx =>
            addContact(tx, id, visit.actor.staffId, {
              ...contact,
              verifiedOn: verified && dayOf(house.clock(), visit.actor.office.timeZone),
            }),
      ),
    ),
    staff(
      'POST',
      '/kantor/:id/kontak/:contact/hapus',
      { may: 'office.edit', audit: 'office.contact-removed' },
      async visit => {
        const id = idOf(visit.c) ?? 0
        await visit.within(tx => dropContact(tx, id, idOf(visit.c, 'contact') ?? 0))
        return goTo(`/kantor/${id}`)
      },
    ),
    staff('POST', '/kantor/:id/logo', { may: 'office.edit', audit: 'office.logo-changed' }, async visit => {
      const body = await readBody(visit.c)
      const file = body.logo
      const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
      const taken = await acceptImage(bytes, {
        maxBytes: logoBytes,
        allow: ['svg', 'png', 'jpeg', 'webp'],
        to: { type: 'png', maxSide: 800 },
      })
      if (!taken.ok)
        return show(
          visit,
          refuse(body, { logo: visit.language.t(`image.${taken.reason}`, { megabytes: 2 }) }),
          422,
        )
      const key = await house.files.put(taken.image.bytes)
      const id = idOf(visit.c) ?? 0
      await visit.within(tx => giveLogo(tx, id, key))
      return goTo(`/kantor/${id}`)
    }),
    open('GET', '/kantor/:id/logo', async ({ c }) => {
      const id = idOf(c)
      const office = id ? await house.db.asPublic(tx => officeById(tx, id)) : undefined
      const bytes = office?.logoKey ? await house.files.get(office.logoKey) : undefined
      if (!bytes) throw new NotFound()
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=300' },
      })
    }),
  ]
}
