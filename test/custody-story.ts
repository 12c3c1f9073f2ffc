import { randomUUID } from 'node:crypto'
import {
  acceptCase,
  expireOffers,
  grantCase,
  rejectCase,
  revokeShare,
  withdrawOffer,
} from '../src/complaints/custody/answer-offer.ts'
import { offerCase, requestCase } from '../src/complaints/custody/make-offer.ts'
import { moveComplaint } from '../src/complaints/move-complaint.ts'
import { fileReport } from '../src/complaints/report/file-report.ts'
import { Conflict, NotFound } from '../src/platform/http/failures.ts'
import { type OfficeKeys, openOfficeKeysForSample } from '../src/staff/index.ts'
import type { SampleHouse } from './house.ts'

const people = [
  'pelindungan@bp3mi.example',
  'petugas.palu@kabupaten.example',
  'petugas.sigi@kabupaten.example',
]

export const deeds = [
  'hand-over',
  'refer',
  'request',
  'accept',
  'reject',
  'grant',
  'revoke',
  'withdraw',
  'expire',
  'assign',
  'take',
  'close',
  'reopen',
] as const
export type Deed = (typeof deeds)[number]

/** Who does what, towards which of the three offices. */
export type Act = readonly [deed: Deed, who: number, to: number]

export interface Outcome {
  done: number
  refused: number
  /** Anything that is neither done nor refused in words. */
  broken: string[]
}

/** Three offices with their keys and one case; rounds in which three act at the same moment. Promise R7. */
export const custodyStories = async (house: SampleHouse) => {
  const keys = await openOfficeKeysForSample(
    house,
    people.map(email => ({ id: house.as(email).staffId, password: house.password(email) })),
  )
  const actors = people.map(email => {
    const actor = house.as(email)
    return { actor, keys: keys.get(actor.officeId) as OfficeKeys }
  })
  return {
    /** @returns what was done and refused in rounds, each of which is checked; wrong says what did not hold */
    tell: async (rounds: readonly (readonly Act[])[]): Promise<Outcome & { wrong: string[] }> => {
      const told = { done: 0, refused: 0, broken: [] as string[], wrong: [] as string[] }
      const id = await newCase(house)
      for (const round of rounds) {
        await Promise.all(
          round.map(([deed, who, to]) =>
            doDeed(house, actors[who]!, actors[to]!.actor.officeId, deed, id).then(
              () => told.done++,
              error => {
                if (error instanceof Conflict || error instanceof NotFound) told.refused++
                else told.broken.push(`${deed}: ${error.message}`)
              },
            ),
          ),
        )
        told.wrong.push(...(await faults(house, id)))
      }
      return told
    },
  }
}

const newCase = async (house: SampleHouse) =>
  (
    await fileReport(house, randomUUID(), {
      channel: 'web',
      role: 'family',
      stage: 'recruitment',
      urgency: 'ordinary',
      departsOn: null,
      originCode: '72.10',
      destination: null,
      problems: [],
      story: { story: 'Cerita yang berpindah tangan.', place: '' },
      identity: undefined,
    })
  ).complaintId

type Person = { actor: ReturnType<SampleHouse['as']>; keys: OfficeKeys }

const doDeed = (
  house: SampleHouse,
  { actor, keys }: Person,
  officeId: number,
  deed: Deed,
  complaintId: string,
) => {
  const officer = { by: 'officer', staffId: actor.staffId, officeId: actor.officeId } as const
  if (deed === 'expire') {
    const late = new Date(Date.now() + 30 * 86_400_000)
    return house.db.asJob(tx => expireOffers(tx, late))
  }
  return house.db.asActor(actor, async (tx): Promise<unknown> => {
    const wish = { complaintId, officeId, reason: 'their-duty', consent: 'given' } as const
    const offer = async (side: 'to_office_id' | 'from_office_id') =>
      (
        await tx
          .selectFrom('custody_offers')
          .select('id')
          .where('complaint_id', '=', complaintId)
          .where('state', '=', 'open')
          .where(side, '=', actor.officeId)
          .executeTakeFirst()
      )?.id ?? randomUUID()
    switch (deed) {
      case 'hand-over':
        return offerCase(house, tx, actor, keys, 'hand-over', other(wish, actor.officeId))
      case 'refer':
        return offerCase(house, tx, actor, keys, 'referral', other(wish, actor.officeId))
      case 'request':
        return requestCase(house, tx, actor, wish)
      case 'accept':
        return acceptCase(house, tx, actor, await offer('to_office_id'))
      case 'grant':
        return grantCase(house, tx, actor, keys, await offer('to_office_id'))
      case 'reject':
        return rejectCase(tx, actor, await offer('to_office_id'), 'no-capacity')
      case 'withdraw':
        return withdrawOffer(tx, actor, await offer('from_office_id'))
      case 'revoke':
        return revokeShare(tx, actor, complaintId, officeId)
      case 'assign':
        return tx
          .updateTable('complaints')
          .set({ assignee_id: actor.staffId })
          .where('id', '=', complaintId)
          .where('owner_office_id', '=', actor.officeId)
          .execute()
      case 'take':
        return moveComplaint(tx, officer, complaintId, 'accept')
      case 'close':
        return moveComplaint(tx, officer, complaintId, 'close', { ground: 'resolved' })
      case 'reopen':
        return moveComplaint(tx, officer, complaintId, 'reopen')
    }
  })
}

/** To itself nobody hands over: the wish then goes to the next office. */
const other = <T extends { officeId: number }>(wish: T, own: number): T => {
  if (wish.officeId === own) throw new NotFound()
  return wish
}

/** What must hold after every round: one owner, whom the events name too; no reader but owner and sharers; nothing on offer by, or asked of, anybody else. */
const faults = (house: SampleHouse, id: string): Promise<string[]> =>
  house.db.asJob(async tx => {
    const { owner_office_id: owner } = await tx
      .selectFrom('complaints')
      .select('owner_office_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const events = await tx
      .selectFrom('complaint_events')
      .select(['deed', 'office_id', 'detail'])
      .where('complaint_id', '=', id)
      .orderBy('id')
      .execute()
    const named = events.reduce<number | null>((holder, { deed, office_id, detail }) => {
      if (deed === 'filed') return office_id
      return (detail as { holder?: number }).holder ?? holder
    }, null)
    const holding = await tx
      .selectFrom('record_holders')
      .select('office_id')
      .where('record_id', '=', id)
      .where('office_id', 'is not', null)
      .where('offer_id', 'is', null)
      .where('ended_at', 'is', null)
      .execute()
    const shares = await tx
      .selectFrom('complaint_shares')
      .select('office_id')
      .where('complaint_id', '=', id)
      .where('until', 'is', null)
      .execute()
    const open = await tx
      .selectFrom('custody_offers')
      .select(['kind', 'from_office_id as from', 'to_office_id as to'])
      .where('complaint_id', '=', id)
      .where('state', '=', 'open')
      .execute()
    const stale = open.filter(({ kind, from, to }) => (kind === 'request' ? to : from) !== owner)
    const holders = holding.map(({ office_id }) => office_id).toSorted()
    const expected = [owner, ...shares.map(({ office_id }) => office_id)].toSorted()
    return [
      ...stale.map(
        ({ kind, from, to }) => `${kind} of ${from} to ${to} is open, the case lies with ${owner}`,
      ),
      ...(named === owner ? [] : [`events name ${named}, the case lies with ${owner}`]),
      ...(String(holders) === String(expected) ? [] : [`keys with ${holders}, rights with ${expected}`]),
    ]
  })
