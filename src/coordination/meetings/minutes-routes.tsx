import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { grownFrom } from '../follow-ups/queries.ts'
import { BlockForm, EditForm } from './form.ts'
import { isBeingWritten } from './meeting.ts'
import { MinutesClashPage, MinutesPage } from './minutes-page.tsx'
import { minutesPaper } from './minutes-paper.ts'
import { blocksOf, earlierTexts } from './minutes-queries.ts'
import { wantedMeeting } from './read-meeting.ts'
import { formIdOf } from './routes.tsx'
import { addBlock, writeBlock } from './write-minutes.ts'

const Choice = z.enum(['mine', 'theirs', 'joined']).catch('joined')

/** Minutes: written in parts by whoever is invited, each part with its own version. */
export const minutesRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (
    visit: StaffVisit,
    form: FormState = emptyForm,
    status = 200,
    editing?: number,
    unsaved?: string,
  ) => {
    const { actor, language } = visit
    const shown = await house.db.asActor(actor, async tx => {
      const meeting = await wantedMeeting(tx, visit)
      return {
        meeting,
        blocks: await blocksOf(tx, meeting.id),
        earlier: await earlierTexts(tx, meeting.id),
        grown: await grownFrom(tx, meeting.id),
      }
    })
    const { meeting, ...rest } = shown
    const view = (
      <MinutesPage
        {...rest}
        meetingId={meeting.id}
        editing={editing}
        mayWrite={may(actor, 'meeting.write') && isBeingWritten(meeting.state)}
        form={form}
        formId={formIdOf(form)}
        unsaved={unsaved}
      />
    )
    return visit.page(view, {
      title: `${language.t('minutes.title')}: ${meeting.title}`,
      crumbs: <a href={`/rapat/${meeting.id}`}>{meeting.title}</a>,
      status,
    })
  }

  /** Minutes closed while somebody was typing: what was typed is shown, because it is nowhere else. */
  const orShown = async (visit: StaffVisit, typed: string, write: () => Promise<Response>) => {
    try {
      return await write()
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return show(visit, emptyForm, 409, undefined, typed)
    }
  }

  const pageOf = (visit: StaffVisit, block?: number) =>
    `/rapat/${idOf(visit.c)}/notulen${block ? `#blok-${block}` : ''}`

  return [
    staff('GET', '/rapat/:id/notulen', { may: 'meeting.read', audit: 'none' }, visit =>
      show(visit, emptyForm, 200, Number(visit.c.req.query('ubah')) || undefined),
    ),
    staff('POST', '/rapat/:id/notulen', { may: 'meeting.write', audit: 'minutes.added' }, async visit => {
      const { actor } = visit
      const given = parseForm(BlockForm, await readBody(visit.c), visit.language.t)
      if (!given.ok) return show(visit, given.form, 422)
      const { form, ...words } = given.data
      const add = (tx: Tx) => async () =>
        pageOf(visit, await addBlock(house, tx, actor, idOf(visit.c) ?? 0, words))
      return orShown(visit, words.body, async () =>
        goTo(await visit.within(tx => once(tx, actor.staffId, form, add(tx)))),
      )
    }),
    staff(
      'POST',
      '/rapat/:id/notulen/:block',
      { may: 'meeting.write', audit: 'minutes.changed' },
      async visit => {
        const { actor, language } = visit
        const blockId = idOf(visit.c, 'block') ?? 0
        const body = await readBody(visit.c)
        const choice = Choice.parse(body.choice)
        if (choice === 'theirs') return goTo(pageOf(visit, blockId))
        const chosen =
          choice === 'mine' && typeof body.mine === 'string' ? { ...body, body: body.mine } : body
        const given = parseForm(EditForm, chosen, language.t)
        if (!given.ok) return show(visit, given.form, 422, blockId)
        const { seen, ...words } = given.data
        const place = { meetingId: idOf(visit.c) ?? 0, blockId, seen }
        const removed = body.drop === 'yes'
        return orShown(visit, words.body, async () => {
          const now = await visit.within(tx => writeBlock(house, tx, actor, place, { ...words, removed }))
          if (!now) return goTo(pageOf(visit, removed ? undefined : blockId))
          const view = <MinutesClashPage meetingId={place.meetingId} mine={words} now={now} />
          return visit.page(view, { title: language.t('minutes.title'), status: 409 })
        })
      },
    ),
    staff('GET', '/rapat/:id/notulen/pdf', { may: 'meeting.read', audit: 'minutes.printed' }, async visit => {
      const pdf = await visit.within(async tx => minutesPaper(house, tx, await wantedMeeting(tx, visit)))
      return new Response(new Uint8Array(pdf), {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename="notulen-${idOf(visit.c)}.pdf"`,
          'cache-control': 'private, no-store',
        },
      })
    }),
  ]
}
