import { type ComplaintMove, canMove, complaintMoves } from '../../complaints/complaint.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import { give, lapsed, refused, share, taken } from './custody.ts'
import { insertPastStep } from './queries.ts'
import { type Deed, insideNote, message, officer, reporter, type Scene, tell, wordsOf } from './scene.ts'

/** Moves by the transition table, in the words of the story. */
const move =
  (name: ComplaintMove, from?: 'office' | 'reporter'): Deed =>
  async (scene, turn, at) => {
    if (!canMove(name, scene.state))
      throw new Error(`sample case ${scene.seed} cannot ${name} when ${scene.state}`)
    const before = scene.state
    const mover =
      complaintMoves[name].by === 'reporter'
        ? reporter
        : complaintMoves[name].by === 'judge'
          ? judge(scene)
          : officer(scene)
    const entryId = from && (await message(scene, from, wordsOf(scene, turn), at))
    scene.state = complaintMoves[name].to
    scene.version++
    settle(scene, name, turn.codes[0], 'staffId' in mover ? mover.staffId : null, at)
    tell(
      scene,
      {
        ...mover,
        deed: name,
        from: before,
        to: scene.state,
        entryId,
        detail: detailOf(name, scene, turn.codes[0]),
      },
      at,
    )
  }

const settle = (
  scene: Scene,
  name: ComplaintMove,
  ground: string | undefined,
  staffId: string | null,
  at: Date,
) => {
  if (name === 'accept') scene.assignee ??= staffId
  if (name === 'close' || name === 'withdraw') {
    scene.ground = ground ?? 'withdrawn'
    scene.closedAt = at
    scene.closedBy = staffId
  }
  if (name === 'reopen') [scene.ground, scene.closedAt] = [null, null]
}

const detailOf = (name: ComplaintMove, { ground }: Scene, code: string | undefined) =>
  name === 'ask' ? { awaits: code ?? 'answer' } : name === 'close' || name === 'withdraw' ? { ground } : {}

/** A closure is judged by somebody else than who closed. */
const judge = (scene: Scene) => {
  const { cast, holder, closedBy } = scene
  const people = [...(cast.leaders.get(holder) ?? []), ...(cast.officers.get(holder) ?? [])]
  const staffId = people.find(id => id !== closedBy)
  if (!staffId) throw new Error(`sample office ${holder} has nobody to judge`)
  return { by: 'officer' as const, staffId, officeId: holder }
}

const said =
  (deed: string, from: 'office' | 'reporter'): Deed =>
  async (scene, turn, at) => {
    const entryId = await message(scene, from, wordsOf(scene, turn), at)
    tell(
      scene,
      {
        ...(from === 'office' ? officer(scene) : reporter),
        deed,
        entryId,
        detail: from === 'office' ? { files: 0 } : {},
      },
      at,
    )
  }

/** The reporter writes; when the case waits for it, that is the answer. */
const wrote: Deed = (scene, turn, at) =>
  (scene.state === 'waiting' ? move('answer', 'reporter') : said('reporter-wrote', 'reporter'))(
    scene,
    turn,
    at,
  )

const noted: Deed = async (scene, turn, at) => {
  const entryId = await insideNote(scene, wordsOf(scene, turn), at)
  tell(scene, { ...officer(scene), deed: 'note', entryId }, at)
}

const plain =
  (deed: string): Deed =>
  async (scene, _turn, at) =>
    tell(scene, { ...officer(scene), deed }, at)

const triaged: Deed = async (scene, { codes }, at) => {
  scene.version++
  tell(
    scene,
    { ...officer(scene), deed: 'triage', detail: { fields: codes.join(' ') || 'procedural sector' } },
    at,
  )
}

/** `step mediation` is done; `plan mediation 6` is planned for six days later. */
const step =
  (isDone: boolean): Deed =>
  async (scene, turn, at) => {
    const [name = '', later = '0'] = turn.codes
    const entryId = turn.text ? await insideNote(scene, turn.text, at) : null
    const day = String(dayOf(at).add({ days: Number(later) }))
    const { staffId, officeId } = officer(scene)
    const number = await insertPastStep(scene.tx, {
      complaint_id: scene.id,
      step: name,
      planned_on: day,
      done_on: isDone ? day : null,
      made_by: staffId,
      office_id: officeId,
      made_at: at,
      entry_id: entryId,
    })
    tell(
      scene,
      { ...officer(scene), deed: isDone ? 'step-done' : 'step-planned', detail: { step: name, number } },
      at,
    )
  }

/** What may happen in a story, by the word that stands there. */
export const deeds: Record<string, Deed> = {
  accept: move('accept'),
  ask: move('ask', 'office'),
  answer: wrote,
  wrote,
  resume: move('resume'),
  close: move('close', 'office'),
  withdraw: move('withdraw'),
  contest: move('contest', 'reporter'),
  uphold: move('uphold', 'office'),
  reopen: move('reopen', 'office'),
  say: said('office-wrote', 'office'),
  note: noted,
  triage: triaged,
  'field-check': plain('field-check'),
  unreachable: plain('unreachable'),
  unresolvable: plain('told-unresolvable'),
  indicated: plain('trafficking-indicated'),
  step: step(true),
  plan: step(false),
  give,
  share,
  taken,
  refused,
  lapsed,
}
