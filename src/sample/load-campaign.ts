import {
  attachProof,
  type channels,
  type DutyState,
  dutiesOfCampaign,
  insertDeclaration,
  makeMaterial,
  moveDuty,
  moveMaterial,
  startCampaign,
  versionsOf,
} from '../campaigns/index.ts'
import { addCounts, type HourCount, keepSketches, linksOfDuties, watchVisitors } from '../links/index.ts'
import { dayOf } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { type Actor, actorOf } from '../staff/index.ts'
import { readSample } from './read-sample.ts'

interface SampleMaterial {
  title: string
  design: string
  headline: string
  points: string[]
  callToAction: string
  caption: string
  altText: string
}

interface SampleCampaign {
  title: string
  purpose: string
  channels: (typeof channels)[number][]
  materials: SampleMaterial[]
  /** By office, one state a channel. */
  standing: Record<string, DutyState[]>
  visits: Record<string, number>
}

type People = Map<string, Actor>

/** A campaign that is under way, made by the sample people through the same deeds as any other. @param ids of the people by e-mail */
export const loadCampaigns = async (
  house: House,
  offices: Map<string, number>,
  ids: Map<string, string>,
): Promise<void> => {
  const people: People = new Map()
  for (const [email, id] of ids) people.set(email, (await house.db.asJob(tx => actorOf(tx, id)))!)
  const [author, approver] = [people.get('humas@bp3mi.example')!, people.get('koordinator@bp3mi.example')!]
  for (const sample of readSample<SampleCampaign>('campaign.json')) {
    const versions: number[] = []
    for (const material of sample.materials)
      versions.push(await approvedMaterial(house, author, approver, material))
    const today = dayOf(house.clock())
    const plan = {
      title: sample.title,
      purpose: sample.purpose,
      channels: sample.channels,
      versions,
      startsOn: today.subtract({ days: 24 }),
      dueOn: today.subtract({ days: 3 }),
      endsOn: today.add({ days: 14 }),
      coOwners: [offices.get('Disnakertrans Sulteng')!],
      offices: Object.keys(sample.standing).map(name => offices.get(name)!),
    }
    const id = await house.db.asActor(author, tx => startCampaign(tx, author, plan, true))
    await house.db.asJob(tx => playOut(tx, id, sample, approver, people))
  }
}

const approvedMaterial = async (
  { db }: House,
  author: Actor,
  approver: Actor,
  { title, ...words }: SampleMaterial,
) => {
  const content = {
    ...words,
    language: 'id',
    radio: { thirty: '', sixty: '' },
    artwork: undefined,
  }
  const version = await db.asActor(author, async tx => {
    const [made] = await versionsOf(tx, await makeMaterial(tx, author, title, content))
    await moveMaterial(tx, author, made!.id, 'submit')
    return made!.id
  })
  await db.asActor(approver, tx => moveMaterial(tx, approver, version, 'approve'))
  return version
}

/** Each office has done what the sample says it has; the visits of its links are spread over the last weeks. */
const playOut = async (
  tx: Tx,
  campaignId: number,
  sample: SampleCampaign,
  reviewer: Actor,
  people: People,
) => {
  const duties = await dutiesOfCampaign(tx, campaignId)
  for (const duty of duties) {
    const state = sample.standing[duty.office]?.[sample.channels.indexOf(duty.channel)] ?? 'assigned'
    const officer = officerOf(duty.officeId, people)
    if (officer) await bringTo(tx, state, duty.id, officer, reviewer)
  }
  const links = await linksOfDuties(
    tx,
    duties.map(({ id }) => id),
  )
  const counts = Object.entries(sample.visits).flatMap(([office, visits]) => {
    const first = duties.find(duty => duty.office === office)!
    return visitsOf(links.find(({ dutyId }) => dutyId === first.id)!.code, visits)
  })
  await addCounts(tx, counts)
  await seeSampleDevices(tx, counts)
  const printed = duties.find(({ office, channel }) => office === 'Sigi' && channel === 'print')!
  const { staffId } = officerOf(printed.officeId, people)!
  await insertDeclaration(tx, { dutyId: printed.id, staffId, ...sampleDeclaration })
}

const sampleDeclaration = {
  kind: 'copies',
  people: 600,
  source: 'Nota percetakan contoh: 600 lembar untuk 60 desa',
} as const

/** Most on the first days, less and less until today. */
const visitsOf = (code: string, visits: number) => {
  const weights = Array.from({ length: 24 }, (_, day) => (day % 7 < 5 ? 24 - day : 6))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let left = visits
  return weights.map((weight, day) => {
    const here = day === weights.length - 1 ? left : Math.min(left, Math.round((visits * weight) / all))
    left -= here
    const clicks = Math.round(here * 0.7)
    const hour = new Date(sampleHour().getTime() - (weights.length - 1 - day) * 86_400_000)
    return { code, hour, clicks, scans: here - clicks, previews: Math.round(here / 3) }
  })
}

/** Invented devices (addresses kept for examples, RFC 5737), about one for every visit of a day. */
const seeSampleDevices = async (tx: Tx, counts: HourCount[]) => {
  const watch = watchVisitors(rows => keepSketches(tx, rows))
  for (const { code, hour, clicks, scans } of counts.toSorted((a, b) => a.hour.getTime() - b.hour.getTime()))
    for (let visit = 0; visit < (clicks + scans) * 0.9; visit++)
      watch.see(code, `198.51.100.${visit}`, code, hour.getTime())
  await watch.stop(Date.now())
}

const bringTo = async (tx: Tx, state: DutyState, dutyId: number, officer: Actor, reviewer: Actor) => {
  if (state === 'assigned') return
  await moveDuty(tx, officer, dutyId, 'open')
  if (state === 'opened') return
  await moveDuty(tx, officer, dutyId, 'share')
  if (state === 'shared') return
  if (state === 'declared') return moveDuty(tx, officer, dutyId, 'declare')
  await attachProof(tx, officer, dutyId, { url: `https://www.facebook.com/contoh/posts/${dutyId}` })
  if (state === 'accepted') return moveDuty(tx, reviewer, dutyId, 'accept')
  if (state === 'returned') return moveDuty(tx, reviewer, dutyId, 'return', 'Alamat tidak dapat dibuka')
}

const officerOf = (officeId: number, people: People) =>
  [...people.values()].find(actor => actor.officeId === officeId && actor.roles.includes('publicist'))

const sampleHour = () => new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000)
