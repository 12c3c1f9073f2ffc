import { z } from 'zod'
import { officesById } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { campaignById, ownersOf } from '../plan/queries.ts'
import { EditionPage } from './edition-page.tsx'
import { countDue } from './make-due-editions.ts'
import { type Period, periods, spanOf } from './period.ts'
import { type Edition, editionById, editionsOf } from './queries.ts'
import { fingerprint, type Recap } from './recap.ts'
import { RecapsPage } from './recaps-page.tsx'
import { keepSending, leadersFor, lettersOf, sendingOf } from './sending-queries.ts'

const files = {
  pdf: { type: 'application/pdf', key: (edition: Edition) => edition.pdfKey },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    key: (edition: Edition) => edition.xlsxKey,
  },
  csv: { type: 'text/csv; charset=utf-8', key: (edition: Edition) => edition.csvKey },
} as const

const some = <T extends z.ZodType>(item: T) =>
  z.preprocess(value => (value === undefined ? [] : [value].flat()), z.array(item))
const Sending = z.object({ periods: some(z.enum(periods)), readers: some(z.string().max(64)) })

/** Recaps: made, kept, sent to those chosen, and read as they were frozen. */
export const recapRoutes = (house: House, staff: StaffRoute): Route[] => {
  const owned = async (tx: Tx, visit: StaffVisit) => {
    const campaign = await campaignById(tx, idOf(visit.c) ?? 0)
    const owners = campaign ? await ownersOf(tx, campaign.id) : []
    if (!campaign || !owners.includes(visit.actor.officeId)) throw new NotFound()
    return campaign
  }

  const edition = async (tx: Tx, visit: StaffVisit) => {
    const found = await editionById(tx, idOf(visit.c) ?? 0)
    if (!found) throw new NotFound()
    return found
  }

  return [
    staff('GET', '/kampanye/:id/rekap', { may: 'recap.make', audit: 'none' }, async visit => {
      const today = dayOf(house.clock())
      const shown = await visit.within(async tx => {
        const campaign = await owned(tx, visit)
        const people = await leadersFor(tx, campaign.id)
        const offices = await officesById(tx, [...new Set(people.map(({ officeId }) => officeId))])
        const count = async (period: Period) =>
          [period, await countDue(tx, campaign.id, period, spanOf(period, today, campaign))] as const
        const due: (readonly [Period, number])[] = []
        for (const period of periods) due.push(await count(period))
        return {
          campaign,
          editions: await editionsOf(tx, campaign.id),
          due: Object.fromEntries(due) as Record<Period, number>,
          sending: await sendingOf(tx, campaign.id),
          leaders: people.map(({ id, name, officeId }) => ({
            id,
            name,
            office: offices.find(office => office.id === officeId)?.shortName ?? '',
          })),
        }
      })
      const { campaign, ...rest } = shown
      return visit.page(<RecapsPage campaignId={campaign.id} {...rest} />, {
        title: visit.language.t('recap.title'),
        crumbs: <a href={`/kampanye/${campaign.id}`}>{campaign.title}</a>,
      })
    }),
    staff(
      'POST',
      '/kampanye/:id/rekap/kirim',
      { may: 'recap.make', audit: 'recap.sending-kept' },
      async visit => {
        const given = parseForm(Sending, await readBody(visit.c), visit.language.t)
        if (!given.ok) throw new NotFound()
        const id = await visit.within(async tx => {
          const campaign = await owned(tx, visit)
          const known = (await leadersFor(tx, campaign.id)).map(leader => leader.id)
          const readers = given.data.readers.filter(reader => known.includes(reader))
          await keepSending(tx, campaign.id, { periods: given.data.periods, readers })
          return campaign.id
        })
        return goTo(`/kampanye/${id}/rekap`)
      },
    ),
    staff('GET', '/rekap/:id', { may: 'campaign.read', audit: 'none' }, async visit => {
      const { found, letters } = await visit.within(async tx => {
        const found = await edition(tx, visit)
        return { found, letters: await lettersOf(tx, found.id) }
      })
      const { content, ...rest } = found
      const recap = JSON.parse(content) as Recap
      const { t } = visit.language
      return visit.page(
        <EditionPage
          edition={rest}
          recap={recap}
          letters={letters}
          intact={fingerprint(content) === found.hash}
        />,
        {
          title: `${t('recap.edition', { number: recap.number })} · ${recap.title}`,
          crumbs: t('recap.title'),
          actions: (
            <>
              <a class="btn" href={`/rekap/${found.id}/pdf`}>
                {t('recap.pdf')}
              </a>
              <a class="btn plain" href={`/rekap/${found.id}/xlsx`}>
                {t('recap.xlsx')}
              </a>
              <a class="btn plain" href={`/rekap/${found.id}/csv`}>
                {t('recap.csv')}
              </a>
            </>
          ),
        },
      )
    }),
    staff('GET', '/rekap/:id/:file', { may: 'campaign.read', audit: 'recap.taken' }, async visit => {
      const name = visit.c.req.param('file') ?? ''
      if (!(name in files)) throw new NotFound()
      const file = files[name as keyof typeof files]
      const found = await visit.within(tx => edition(tx, visit))
      const bytes = await house.files.get(file.key(found))
      if (!bytes) throw new NotFound()
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': file.type,
          'content-disposition': `attachment; filename="rekap-${found.campaignId}-${found.number}.${name}"`,
        },
      })
    }),
  ]
}
