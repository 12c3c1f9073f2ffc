import { z } from 'zod'
import { record } from '../../platform/audit/audit.ts'
import { redrawnPdf } from '../../platform/documents/redrawn-pdf.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { text } from '../../platform/http/fields.ts'
import { parseForm, readBody } from '../../platform/http/forms.ts'
import type { Route } from '../../platform/http/route.ts'
import { openGuarded, readEntries, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { type Content, caseRecord, unpacked } from '../contents.ts'
import { openStored } from '../files/keep-file.ts'
import { insertIdentityOpening } from './case-queries.ts'
import { caseId, type ShowCase } from './case-room.tsx'
import { note, readable } from './deeds.ts'

const pdf = 'application/pdf'

const Motive = z.object({ entry: z.uuid(), motive: text(10, 500) })
const Why = z.object({ why: text(10, 500) })

/** What is opened one by one: somebody's identity, and files. */
export const sealedRoutes = (house: House, staff: StaffRoute, show: ShowCase): Route[] => {
  const fileOf = async (visit: StaffVisit, id: string) => {
    const entryId = caseId(visit.c, 'entry')
    return visit.withKeys(keys =>
      visit.within(async tx => {
        await readable(tx, visit.actor, id)
        const entry = (await readEntries(tx, caseRecord(id), keys)).find(
          ({ id: own, kind }) => own === entryId && kind === 'file',
        )
        if (!entry?.text) throw new NotFound()
        return unpacked('file', entry.text)
      }),
    )
  }

  return [
    // Not led on to another address: what is opened stands in no history.
    staff(
      'POST',
      '/aduan/:id/identitas',
      { may: 'case.work', audit: 'case.identity-opened' },
      async visit => {
        const { actor, c, language } = visit
        const id = caseId(c)
        const given = parseForm(Motive, await readBody(c), language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const { entry, motive } = given.data
        const opened = await visit.withKeys(keys =>
          visit.within(async tx => {
            await readable(tx, actor, id)
            const content = await openGuarded(tx, house.secret, actor, caseRecord(id), entry, keys, motive)
            await insertIdentityOpening(tx, {
              complaint_id: id,
              staff_id: actor.staffId,
              office_id: actor.officeId,
              motive,
            })
            await note(tx, actor, id, 'identity-opened')
            return unpacked('identity', content)
          }),
        )
        return show(visit, undefined, 200, opened)
      },
    ),
    staff('GET', '/aduan/:id/berkas/:entry', { may: 'case.read', audit: 'case.file-opened' }, async visit => {
      const id = caseId(visit.c)
      const file = await fileOf(visit, id)
      if (file.copy) return handedOut(house, id, file, file.copy)
      if (file.type !== pdf) throw new NotFound()
      const drawn = await redrawnPdf(await bytesOf(house, id, file.original))
      if (drawn.ok) return download(file.name, pdf, drawn.bytes)
      const why = visit.language.t(`case.copy-${drawn.reason}`)
      return show(visit, { values: { file: caseId(visit.c, 'entry') }, errors: { why } }, 422)
    }),
    staff(
      'POST',
      '/aduan/:id/berkas/:entry/asli',
      { may: 'case.work', audit: 'case.original-opened' },
      async visit => {
        const { actor, c, language } = visit
        const id = caseId(c)
        const given = parseForm(Why, await readBody(c), language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const file = await fileOf(visit, id)
        await house.db.asActor(actor, async tx => {
          await insertIdentityOpening(tx, {
            complaint_id: id,
            staff_id: actor.staffId,
            office_id: actor.officeId,
            motive: given.data.why,
          })
          await note(tx, actor, id, 'original-opened')
          await record(tx, 'case.original-motive', c.req.path)
        })
        return handedOut(house, id, file, { ...file.original, type: file.type })
      },
    ),
  ]
}

const handedOut = async (
  house: House,
  id: string,
  { name }: Content<'file'>,
  stored: { id: string; stored: string; key: string; type: string },
) => download(name, stored.type, await bytesOf(house, id, stored))

const bytesOf = async (house: House, id: string, stored: Parameters<typeof openStored>[2]) => {
  const bytes = await openStored(house, id, stored)
  if (!bytes) throw new NotFound()
  return bytes
}

/** A file to keep, never to run inside our own pages. */
const download = (name: string, type: string, bytes: Uint8Array) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
