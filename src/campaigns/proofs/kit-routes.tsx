import { posterContact } from '../../offices/index.ts'
import { toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf, type Route } from '../../platform/http/route.ts'
import { envelopeKey } from '../../platform/vault/index.ts'
import { publicPage, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { captionFor } from '../captions/caption.ts'
import { formatFor } from '../channel.ts'
import { drawVariant, shortLink } from '../draw-variant.ts'
import { fillCaption } from '../duties/caption.ts'
import { canMove, type Duty } from '../duties/duty.ts'
import { dutiesOfOffice } from '../duties/queries.ts'
import { isImage } from '../format.ts'
import { issuedVariant } from './issued-variant.ts'
import { type KitDuty, KitPage } from './kit-page.tsx'
import { kitPicture } from './kit-picture.ts'
import type { Sender } from './send-proof-view.tsx'
import { officerMark } from './take-kept-proof.ts'

/** The most pressing ones: about a megabyte of pictures. */
const mostKept = 12

/** The house's key and the officer's mark, for a page from which proofs are sent. */
export const senderOf = ({ secret }: Pick<House, 'secret'>, { actor }: StaffVisit): Sender => ({
  house: envelopeKey(secret),
  officer: officerMark(secret, actor),
})

/** The kit that a phone keeps: the office's open duties and their pictures. */
export const offlineKitRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/tugas/luring', { may: 'duty.publish', audit: 'none' }, async visit => {
    const { actor, language } = visit
    const { duties, more } = await visit.within(async tx => {
      const open = (await dutiesOfOffice(tx, actor.officeId)).filter(isOpen)
      const kept: KitDuty[] = []
      for (const duty of open.slice(0, mostKept)) {
        const order = await issuedVariant(tx, house.config, duty.id)
        // Recalled a moment ago: nobody takes it along any more.
        if (!order || order.duty.stoppedWhy) continue
        const { version, office, contacts, code } = order
        const caption = fillCaption(captionFor(version, duty.channel), {
          office: office.name,
          contact: posterContact(contacts)?.value,
          link: shortLink(house.config.publicUrl, code),
        })
        kept.push({ ...duty, altText: version.altText, language: version.language, caption })
      }
      return { duties: kept, more: Math.max(0, open.length - mostKept) }
    })
    const view = (
      <KitPage
        {...senderOf(house, visit)}
        office={actor.office.name}
        duties={duties}
        more={more}
        now={toDate(house.clock())}
      />
    )
    // Not in the frame of the console: that says who is signed in, and this page stays on the device.
    return publicPage(house, visit, view, {
      title: language.t('kit.title'),
      narrow: true,
      script: 'duty-kit.ts',
    })
  }),
  staff('GET', '/tugas/luring/:id/gambar', { may: 'duty.publish', audit: 'none' }, async visit => {
    const order = await visit.within(tx => issuedVariant(tx, house.config, idOf(visit.c) ?? 0))
    if (!order || order.duty.officeId !== visit.actor.officeId) throw new NotFound()
    const format = formatFor[order.duty.channel]
    const { bytes } = await drawVariant(house, order, isImage(format) ? format : 'portrait')
    return new Response(new Uint8Array(await kitPicture(bytes)), {
      headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, no-cache' },
    })
  }),
]

const isOpen = ({ state, stoppedWhy }: Duty) =>
  !stoppedWhy && canMove('attach', state) && state !== 'attached'
