import type { Tx } from '../../platform/database/database.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import type { Actor } from '../../staff/index.ts'
import { isOpen } from '../follow-ups/follow-up.ts'
import { followUpList } from '../follow-ups/queries.ts'
import { addToAgenda, agendaOf, lockAgenda, orderAgenda } from './agenda-queries.ts'
import type { AgendaItem } from './meeting.ts'
import { invitedOffices } from './queries.ts'

/**
 * Puts what is still open on the agenda: follow-ups of the offices invited, and findings. What stands there stays.
 * @param findings what somebody else found and this meeting should talk about
 */
export const fillAgenda = async (
  tx: Tx,
  actor: Actor,
  meetingId: number,
  findings: AgendaItem[],
  { t, shortDay }: Language,
) => {
  await lockAgenda(tx, meetingId)
  const officeIds = (await invitedOffices(tx, meetingId)).map(({ id }) => id)
  const open = await followUpList(tx, { states: ['open', 'done'], officeIds })
  await addToAgenda(tx, meetingId, actor.staffId, [
    ...open
      .filter(({ state }) => isOpen(state))
      .map(({ id, title, office, dueOn }) => ({
        title,
        note: t('agenda.of-follow-up', { office, day: shortDay(dueOn) }),
        followUpId: id,
      })),
    ...findings,
  ])
}

/** Moves a point of the agenda one place up or down. */
export const shiftAgenda = async (tx: Tx, meetingId: number, itemId: number, by: -1 | 1) => {
  await lockAgenda(tx, meetingId)
  const ids = (await agendaOf(tx, meetingId)).map(({ id }) => id)
  const from = ids.indexOf(itemId)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return
  ids.splice(to, 0, ...ids.splice(from, 1))
  await orderAgenda(tx, meetingId, ids)
}
