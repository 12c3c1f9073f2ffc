import { versionsOf } from '../coordination/agreements/queries.ts'
import { draftAgreement, signAgreement } from '../coordination/agreements/sign-agreement.ts'
import { askFollowUp } from '../coordination/follow-ups/ask-follow-up.ts'
import { moveFollowUp } from '../coordination/follow-ups/move-follow-up.ts'
import { addToAgenda } from '../coordination/meetings/agenda-queries.ts'
import { insertAttendance } from '../coordination/meetings/minutes-queries.ts'
import { moveMeeting, planMeeting } from '../coordination/meetings/plan-meeting.ts'
import { fillAgenda } from '../coordination/meetings/set-agenda.ts'
import { addBlock } from '../coordination/meetings/write-minutes.ts'
import { at, dayOf, toDate } from '../platform/clock/clock.ts'
import type { House } from '../platform/house.ts'
import { languages } from '../platform/i18n/language.tsx'
import { type Actor, actorOf } from '../staff/index.ts'
import { readSample } from './read-sample.ts'

interface SampleFollowUp {
  title: string
  office: string
  person?: string
  asker: string
  due?: string
  dueIn?: number
  block?: number
  agreement?: number
  evidence?: string
  state: 'open' | 'done' | 'confirmed'
}

interface SampleMeeting {
  title: string
  place: string
  chair: string
  day: string
  starts: string
  ends: string
  agenda: string[]
  guests: { name: string; organisation: string; position: string }[]
  blocks: { by: string; kind: 'discussion' | 'agreement' | 'follow-up'; title?: string; body: string }[]
  followUps: SampleFollowUp[]
  next: { title: string; in: number; link: string; offices: string[] }
}

interface Scene {
  /** The house as it was on the day of the meeting. */
  past: House
  now: House
  who: (email: string) => Actor
  offices: Map<string, number>
}

const [bp3mi, province] = ['koordinator@bp3mi.example', 'sekretaris@disnakertrans.example']
const signers = [
  ['pimpinan@bp3mi.example', 'Kepala BP3MI Sulawesi Tengah'],
  [province, 'Sekretaris Dinas'],
] as const

/** The founding meeting in our own words, lived through by the sample people with the deeds of any other; and the next one. */
export const loadMeetings = async (
  house: House,
  offices: Map<string, number>,
  ids: Map<string, string>,
): Promise<void> => {
  const people = new Map<string, Actor>()
  for (const [email, id] of ids) people.set(email, (await house.db.asJob(tx => actorOf(tx, id)))!)
  for (const sample of readSample<SampleMeeting>('meeting.json')) {
    const moment = at(Temporal.PlainDate.from(sample.day), sample.starts)
    const scene = {
      now: house,
      past: { ...house, clock: () => moment },
      who: (email: string) => people.get(email)!,
      offices,
    }
    const meetingId = await hold(scene, sample)
    const blocks = await write(scene, meetingId, sample)
    const agreements = await agree(scene, meetingId, sample, blocks)
    for (const given of sample.followUps) await followUp(scene, meetingId, given, blocks, agreements)
    await house.db.asActor(people.get(bp3mi)!, tx =>
      moveMeeting(scene.past, tx, people.get(bp3mi)!, meetingId, 'close'),
    )
    await planNext(scene, sample)
  }
}

const hold = ({ past, who, offices }: Scene, sample: SampleMeeting) => {
  const planner = who(bp3mi)
  const day = Temporal.PlainDate.from(sample.day)
  const plan = {
    title: sample.title,
    startsAt: toDate(at(day, sample.starts)),
    endsAt: toDate(at(day, sample.ends)),
    zone: 'Asia/Makassar' as const,
    place: sample.place,
    link: null,
    chair: sample.chair,
    offices: [offices.get('Disnakertrans Sulteng')!],
  }
  return past.db.asActor(planner, async tx => {
    const id = await planMeeting(tx, planner, plan, true)
    await addToAgenda(
      tx,
      id,
      planner.staffId,
      sample.agenda.map(title => ({ title, note: '' })),
    )
    await moveMeeting(past, tx, planner, id, 'hold')
    for (const [email, position] of [...signers, ['humas@bp3mi.example', 'Humas'] as const]) {
      const { name, officeId } = who(email)
      await insertAttendance(tx, id, planner.staffId, { name, officeId, organisation: null, position })
    }
    for (const guest of sample.guests)
      await insertAttendance(tx, id, planner.staffId, { officeId: null, ...guest })
    return id
  })
}

const write = async ({ past, who }: Scene, meetingId: number, { blocks }: SampleMeeting) => {
  const ids: number[] = []
  for (const { by, kind, title, body } of blocks) {
    const words = { kind, body: [title, body].filter(Boolean).join('\n') }
    ids.push(await past.db.asActor(who(by), tx => addBlock(past, tx, who(by), meetingId, words)))
  }
  return ids
}

const agree = async ({ past, who }: Scene, meetingId: number, sample: SampleMeeting, blocks: number[]) => {
  const ids: number[] = []
  const [drafter, other] = [who(bp3mi), who(province)]
  for (const [index, { kind, title = '', body }] of sample.blocks.entries()) {
    if (kind !== 'agreement') continue
    const draft = { title, body, parties: [other.officeId], meetingId, blockId: blocks[index]! }
    const id = await past.db.asActor(drafter, tx => draftAgreement(past, tx, drafter, draft, true))
    for (const [email, position] of signers)
      await past.db.asActor(who(email), async tx => {
        const [version] = await versionsOf(tx, [id])
        await signAgreement(past, tx, who(email), id, version!.hash, position)
      })
    ids.push(id)
  }
  return ids
}

const followUp = async (
  { past, now, who, offices }: Scene,
  meetingId: number,
  given: SampleFollowUp,
  blocks: number[],
  agreements: number[],
) => {
  const asker = who(given.asker)
  const due = given.due ?? String(dayOf(now.clock()).add({ days: given.dueIn ?? 0 }))
  const asked = {
    title: given.title,
    detail: '',
    officeId: offices.get(given.office)!,
    personId: given.person ? who(given.person).staffId : null,
    meetingId,
    blockId: given.block === undefined ? null : blocks[given.block]!,
    agreementId: given.agreement === undefined ? null : agreements[given.agreement]!,
    origin: '',
    dueOn: due,
  }
  const id = await past.db.asActor(asker, tx => askFollowUp(past, tx, asker, asked, true))
  if (given.state === 'open') return
  const doer = who(given.office === 'BP3MI Sulteng' ? 'humas@bp3mi.example' : province)
  const evidence = { note: given.evidence ?? '', url: null, fileKey: null, fileType: null }
  const when = given.due ? { ...past, clock: () => at(Temporal.PlainDate.from(due), '10:00') } : now
  await past.db.asActor(doer, tx => moveFollowUp(when, tx, doer, id, 'report', { evidence }))
  if (given.state === 'confirmed')
    await past.db.asActor(asker, tx => moveFollowUp(when, tx, asker, id, 'confirm'))
}

const planNext = ({ now, who, offices }: Scene, { next }: SampleMeeting) => {
  const planner = who(bp3mi)
  const inDays = dayOf(now.clock()).add({ days: next.in })
  const day = inDays.dayOfWeek > 5 ? inDays.add({ days: 8 - inDays.dayOfWeek }) : inDays
  const plan = {
    title: next.title,
    startsAt: toDate(at(day, '09:00')),
    endsAt: toDate(at(day, '11:00')),
    zone: 'Asia/Makassar' as const,
    place: '',
    link: next.link,
    chair: who(province).name,
    offices: next.offices.map(name => offices.get(name)!),
  }
  return now.db.asActor(planner, async tx => {
    const id = await planMeeting(tx, planner, plan, true)
    await fillAgenda(tx, planner, id, [], languages.id)
  })
}
