import type { ComplaintState } from '../complaint.ts'

/** What happened, as far as it concerns the reporter; everything else stays inside the offices. */
const told = [
  'filed',
  'accept',
  'ask',
  'answer',
  'hand-over-accepted',
  'close',
  'withdraw',
  'contest',
  'reopen',
  'uphold',
  'step-planned',
  'merge',
  'unmerge',
] as const
export type Told = (typeof told)[number]

export const isTold = (deed: string): deed is Told => (told as readonly string[]).includes(deed)

/** What the reporter may do in this state. */
export const openTo = (state: ComplaintState) => ({
  reply: true,
  withdraw: state === 'received' || state === 'accepted' || state === 'waiting',
  contest: state === 'closed',
})
