import { z } from 'zod'
import { linksOfDuties, visitsByDuty } from '../../links/index.ts'
import { contactsOf, officeById, posterContact } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { optionalText } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { thumbnail } from '../../platform/images/intake.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { captionFor } from '../captions/caption.ts'
import { formatFor } from '../channel.ts'
import { drawVariant, shortLink, trackedLink } from '../draw-variant.ts'
import { type Format, formats } from '../format.ts'
import { materialById, versionById } from '../materials/queries.ts'
import { ownersOf } from '../plan/queries.ts'
import { checkSoon } from '../proofs/jobs.ts'
import { senderOf } from '../proofs/kit-routes.tsx'
import { seenIn } from '../proofs/queries.ts'
import { fillCaption } from './caption.ts'
import { canMove, type DutyMove, dutyMoves, isStoppedFor, returnReasons } from './duty.ts'
import { DutyPage } from './duty-page.tsx'
import { giveOnce, moveDuty, openDuty } from './move-duty.ts'
import { readProof } from './proof-form.ts'
import { dutyById, eventsOf, proofById, proofsOf } from './queries.ts'

const Return = z
  .object({ reason: z.enum(returnReasons, 'form.choose'), note: optionalText(500) })
  .refine(({ reason, note }) => reason !== 'other' || note.length >= 5, {
    path: ['note'],
    message: 'proof.note-needed',
  })

/** Duties: opened, shared and proven by the office they are given to, decided by those who own the campaign. */
export const dutyRoutes = (house: House, staff: StaffRoute): Route[] => {
  const read = async (tx: Tx, visit: StaffVisit) => {
    const duty = await dutyById(tx, idOf(visit.c) ?? 0)
    if (!duty) throw new NotFound()
    const version = (await versionById(tx, duty.versionId))!
    const [office, contacts, links] = [
      await officeById(tx, duty.officeId),
      await contactsOf(tx, [duty.officeId]),
      await linksOfDuties(tx, [duty.id]),
    ]
    return { duty, version, office: office!, contacts, code: links[0]!.code }
  }

  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor } = visit
    // Not within the visit: a form that comes back refused is no deed, and leaves no trace of one.
    const shown = await house.db.asActor(actor, async tx => {
      const found = await read(tx, visit)
      const duty = { ...found.duty, ...(await openDuty(tx, actor, found.duty)) }
      const owner = (await ownersOf(tx, duty.campaignId)).includes(actor.officeId)
      const mine = (permission: string) =>
        permission === 'proof.decide' ? owner : duty.officeId === actor.officeId
      const moves = (Object.keys(dutyMoves) as DutyMove[]).filter(
        move =>
          may(actor, dutyMoves[move].may) &&
          mine(dutyMoves[move].may) &&
          canMove(move, duty.state) &&
          !isStoppedFor(move, duty),
      )
      const visits = (await visitsByDuty(tx, [duty.id]))[0]
      const proofs = await proofsOf(tx, duty.id)
      return {
        ...found,
        duty,
        moves,
        events: await eventsOf(tx, duty.id),
        proofs,
        seen: await seenIn(
          tx,
          proofs.map(({ id }) => id),
        ),
        visits: visits ? visits.clicks + visits.scans : 0,
      }
    })
    const { duty, version, office, contacts, code } = shown
    const contact = posterContact(contacts)
    const caption = fillCaption(captionFor(version, duty.channel), {
      office: office.name,
      contact: contact?.value,
      link: shortLink(house.config.publicUrl, code),
    })
    const view = (
      <DutyPage
        {...shown}
        contact={contact}
        caption={caption}
        format={formatFor[duty.channel]}
        form={form}
        formId={crypto.randomUUID()}
        sender={senderOf(house, visit)}
        now={house.clock()}
      />
    )
    const crumbs = (
      <>
        <a href={`/kampanye/${duty.campaignId}`}>{duty.title}</a> · {office.name}
      </>
    )
    return visit.page(view, { title: version.headline, crumbs, status })
  }

  const move = (name: DutyMove) => async (visit: StaffVisit) => {
    const id = idOf(visit.c) ?? 0
    await visit.within(tx => moveDuty(tx, visit.actor, id, name))
    return goTo(`/tugas/${id}`)
  }

  return [
    staff('GET', '/tugas/:id', { may: 'duty.read', audit: 'none' }, visit => show(visit)),
    staff('GET', '/tugas/:id/:format', { may: 'duty.read', audit: 'none' }, async visit => {
      const format = visit.c.req.param('format') as Format
      if (!formats.includes(format)) throw new NotFound()
      const { material, ...found } = await visit.within(async tx => {
        const one = await read(tx, visit)
        return { ...one, material: (await materialById(tx, one.version.materialId))! }
      })
      const drawn = await drawVariant(
        house,
        { ...found, credit: material.officeName, link: trackedLink(house.config.publicUrl, found.code) },
        format,
      )
      const name = `${found.duty.slug}-${found.office.id}-${format}.${drawn.type.split('/')[1]}`
      const download = visit.c.req.query('unduh') !== undefined
      return new Response(new Uint8Array(drawn.bytes), {
        headers: {
          'content-type': drawn.type,
          'cache-control': drawn.recalled ? 'no-store' : 'private, max-age=60',
          'content-disposition': `${download ? 'attachment' : 'inline'}; filename="${name}"`,
        },
      })
    }),
    staff('POST', '/tugas/:id/bagikan', { may: 'duty.publish', audit: 'duty.shared' }, move('share')),
    staff('POST', '/tugas/:id/nyatakan', { may: 'duty.publish', audit: 'duty.declared' }, move('declare')),
    staff('POST', '/tugas/:id/bukti', { may: 'duty.publish', audit: 'duty.proven' }, async visit => {
      const given = await readProof(house, await readBody(visit.c), visit.language)
      if (!given.ok) return show(visit, given.form, 422)
      const id = idOf(visit.c) ?? 0
      const next = await visit.within(tx => giveOnce(tx, visit.actor, id, given))
      await checkSoon(house)
      return goTo(next)
    }),
    staff('POST', '/tugas/:id/terima', { may: 'proof.decide', audit: 'proof.accepted' }, move('accept')),
    staff('POST', '/tugas/:id/kembalikan', { may: 'proof.decide', audit: 'proof.returned' }, async visit => {
      const { language, actor } = visit
      const given = parseForm(Return, await readBody(visit.c), language.t)
      if (!given.ok) return show(visit, given.form, 422)
      const id = idOf(visit.c) ?? 0
      const reason = language.t(`proof.reason.${given.data.reason}`)
      await visit.within(tx =>
        moveDuty(tx, actor, id, 'return', [reason, given.data.note].filter(Boolean).join(': ')),
      )
      return goTo(`/tugas/${id}`)
    }),
    staff('GET', '/bukti/:id', { may: 'duty.read', audit: 'proof.viewed' }, async visit => {
      const bytes = await visit.within(async tx => {
        const proof = await proofById(tx, idOf(visit.c) ?? 0)
        const kept = proof?.fileKey ? await house.files.get(proof.fileKey) : undefined
        if (!kept) throw new NotFound()
        return kept
      })
      const small = visit.c.req.query('kecil') !== undefined
      return new Response(new Uint8Array(small ? await thumbnail(bytes, 640) : bytes), {
        headers: {
          'content-type': small ? 'image/webp' : 'image/jpeg',
          'cache-control': 'private, max-age=300',
        },
      })
    }),
  ]
}
