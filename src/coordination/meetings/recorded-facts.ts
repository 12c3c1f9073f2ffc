import type { Tx } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { type AgreementState, stateOf } from '../agreements/agreement.ts'
import { agreementIds, versionsOf } from '../agreements/queries.ts'
import type { FollowUp } from '../follow-ups/follow-up.ts'
import { followUpList } from '../follow-ups/queries.ts'
import type { Block, BlockKind, Meeting } from './meeting.ts'
import { attendanceOf, blocksOf } from './minutes-queries.ts'
import { invitedOffices, meetingById } from './queries.ts'
import { newestOf } from './read-meeting.ts'

/** What is written down of a meeting, for whoever tells of it: nothing here is guessed. */
export interface RecordedFacts extends Omit<Meeting, 'version'> {
  offices: { id: number; name: string; shortName: string }[]
  present: { name: string; position: string; from: string }[]
  minutes: Record<BlockKind, Pick<Block, 'body' | 'writer' | 'writtenAt'>[]>
  agreements: { id: number; title: string; body: string; state: AgreementState; parties: string[] }[]
  followUps: FollowUp[]
}

/** @throws NotFound when the asking office is not invited */
export const recordedFactsOfMeeting = async (tx: Tx, meetingId: number): Promise<RecordedFacts> => {
  const meeting = await meetingById(tx, meetingId)
  if (!meeting) throw new NotFound()
  const { version: _, ...facts } = meeting
  const blocks = await blocksOf(tx, meetingId)
  const of = (kind: BlockKind) => blocks.filter(block => block.kind === kind)
  return {
    ...facts,
    offices: await invitedOffices(tx, meetingId),
    present: (await attendanceOf(tx, meetingId)).map(({ name, position, from }) => ({
      name,
      position,
      from,
    })),
    minutes: { discussion: of('discussion'), agreement: of('agreement'), 'follow-up': of('follow-up') },
    agreements: newestOf(await versionsOf(tx, await agreementIds(tx, meetingId))).map(version => ({
      id: version.agreementId,
      title: version.title,
      body: version.body,
      state: stateOf(version),
      parties: version.parties.map(({ name }) => name),
    })),
    followUps: await followUpList(tx, { meetingId }),
  }
}

/** What is not closed yet, the most urgent first, of everything or of some offices. */
export const openFollowUps = (tx: Tx, officeIds?: number[]): Promise<FollowUp[]> =>
  followUpList(tx, { states: ['open', 'done'], ...(officeIds && { officeIds }) })
