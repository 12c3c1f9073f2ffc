import { randomUUID } from 'node:crypto'
import { answerBy } from '../../complaints/custody/answer-by.ts'
import { nextOwner, type OfferKind } from '../../complaints/custody/offer.ts'
import { endOffer, insertShare, moveOwner } from '../../complaints/custody/queries.ts'
import { dateAnswer, dateShare, insertPastOffer } from './queries.ts'
import { type Deed, officer, officerAt, type Scene, tell } from './scene.ts'
import { type Desk, desks } from './story.ts'

/** `give bp3mi their-duty`: the office that holds it offers it, with the consent of the reporter unless the story says otherwise. */
const offered =
  (kind: OfferKind): Deed =>
  async (scene, { codes: [desk, reason = 'their-duty', consent = 'given'] }, at) => {
    const [from, to] = [scene.holder, scene.cast.offices[deskOf(desk)]]
    const until = await answerBy(scene.tx, Temporal.Instant.fromEpochMilliseconds(at.getTime()))
    const id = until > new Date(scene.house.clock().epochMilliseconds) ? scene.openOfferId : randomUUID()
    scene.offer = { id, kind, from, to, answerBy: until }
    const { staffId } = officer(scene)
    await insertPastOffer(scene.tx, {
      ...scene.offer,
      complaintId: scene.id,
      reason,
      consent,
      madeBy: staffId,
      madeAt: at,
    })
    const detail = { offer: id, to, reason, consent }
    tell(scene, { ...officer(scene), deed: `${kind}-offered`, detail }, at)
  }

export const give = offered('hand-over')
export const share = offered('referral')

export const taken: Deed = async (scene, _turn, at) => {
  const offer = offerOf(scene)
  const mover = { by: 'officer' as const, staffId: officerAt(scene, offer.to), officeId: offer.to }
  await endOffer(scene.tx, offer.id, 'accepted', mover.staffId)
  const holder = nextOwner({ kind: offer.kind, fromOfficeId: offer.from, toOfficeId: offer.to })
  if (holder) await moveOwner(scene.tx, scene.id, holder)
  else await insertShare(scene.tx, scene.id, offer.to, offer.id)
  await dateAnswer(scene.tx, offer.id, at)
  await dateShare(scene.tx, offer.id, at)
  tell(
    scene,
    { ...mover, deed: `${offer.kind}-accepted`, detail: { ...sides(offer), ...(holder && { holder }) } },
    at,
  )
  if (!holder) return
  // Whoever says yes goes on with it.
  Object.assign(scene, { holder, assignee: mover.staffId, version: scene.version + 1 })
  tell(scene, { ...mover, deed: 'assign', detail: { to: mover.staffId } }, at)
}

/** `refused not-our-duty` */
export const refused: Deed = async (scene, { codes: [reason = 'other'] }, at) => {
  const offer = offerOf(scene)
  const mover = { by: 'officer' as const, staffId: officerAt(scene, offer.to), officeId: offer.to }
  await endOffer(scene.tx, offer.id, 'rejected', mover.staffId, reason)
  await dateAnswer(scene.tx, offer.id, at)
  tell(scene, { ...mover, deed: `${offer.kind}-rejected`, detail: { ...sides(offer), reason } }, at)
}

/** Nobody answered in time: the house returned it. */
export const lapsed: Deed = async (scene, _turn, _at) => {
  const offer = offerOf(scene)
  const at = new Date(offer.answerBy.getTime() + 60_000)
  await endOffer(scene.tx, offer.id, 'expired', null)
  await dateAnswer(scene.tx, offer.id, at)
  const detail = { offer: offer.id, to: offer.to }
  tell(scene, { by: 'house', officeId: offer.from, deed: `${offer.kind}-expired`, detail }, at)
}

const offerOf = (scene: Scene) => {
  const { offer } = scene
  if (!offer) throw new Error(`sample case ${scene.seed} has nothing to answer`)
  scene.offer = null
  return offer
}

const sides = ({ id, from, to }: { id: string; from: number; to: number }) => ({ offer: id, from, to })

export const deskOf = (name: string | undefined): Desk => {
  if (name && name in desks) return name as Desk
  throw new Error(`no such desk in the sample: ${name}`)
}
