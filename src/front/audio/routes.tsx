import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, open, type Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { giveRecording, takeBackRecording, takeRecording } from './give-recording.ts'
import { allRecordings, recordingById } from './queries.ts'
import { readablePages, spokenLanguages } from './recording.ts'
import { RecordingsPage } from './recordings-page.tsx'

const NewRecording = z.object({
  path: z.enum(readablePages.map(({ path }) => path)),
  language: z.enum(spokenLanguages.map(({ code }) => code)),
})

/** Recordings of the key pages: given by an office, heard by everybody. */
export const audioRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    // As the actor, outside the deed: a refused form does not belong in the audit trail.
    const recordings = await house.db.asActor(visit.actor, allRecordings)
    return visit.page(<RecordingsPage recordings={recordings} form={form} />, {
      title: visit.language.t('audio.title'),
      status,
    })
  }

  return [
    staff('GET', '/rekaman', { may: 'audio.edit', audit: 'none' }, visit => show(visit)),
    staff('POST', '/rekaman', { may: 'audio.edit', audit: 'audio.given' }, async visit => {
      const { t } = visit.language
      const body = await readBody(visit.c)
      const given = parseForm(NewRecording, body, t)
      if (!given.ok) return show(visit, given.form, 422)
      const file =
        body.file instanceof File ? new Uint8Array(await body.file.arrayBuffer()) : new Uint8Array()
      const taken = await takeRecording(house, file)
      if (!taken.ok) return show(visit, refuse(body, { file: t(`audio.${taken.reason}`) }), 422)
      await visit.within(tx => giveRecording(tx, visit.actor, { ...given.data, ...taken.recording }))
      return goTo('/rekaman')
    }),
    staff('POST', '/rekaman/:id/hapus', { may: 'audio.edit', audit: 'audio.removed' }, async visit => {
      await visit.within(tx => takeBackRecording(tx, idOf(visit.c) ?? 0))
      return goTo('/rekaman')
    }),
    open('GET', '/dengar/:id', async ({ c }) => {
      const id = idOf(c)
      const found = id ? await house.db.asPublic(tx => recordingById(tx, id)) : undefined
      const bytes = found && (await house.files.get(found.file_key))
      if (!bytes) throw new NotFound()
      return piece(bytes, found.type, c.req.header('range'))
    }),
  ]
}

/** The bytes, or the part of them that a player asks for when somebody moves ahead. */
const piece = (bytes: Uint8Array, type: string, range: string | undefined) => {
  const headers = { 'content-type': type, 'accept-ranges': 'bytes', 'cache-control': 'public, max-age=86400' }
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
  if (first === undefined || Number(first) >= bytes.length)
    return new Response(new Uint8Array(bytes), { headers })
  const end = Math.min(last ? Number(last) : bytes.length - 1, bytes.length - 1)
  return new Response(bytes.slice(Number(first), end + 1), {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${first}-${end}/${bytes.length}` },
  })
}
