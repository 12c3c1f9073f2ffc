import type { House } from '../../platform/house.ts'
import { openKept } from '../../platform/http/kept-form.ts'
import type { Route } from '../../platform/http/route.ts'
import { envelopeKey } from '../../platform/vault/index.ts'
import { publicPage, type StaffRoute } from '../../staff/index.ts'
import { DoorPage } from './door-page.tsx'
import { ownSession } from './own-session.ts'
import { listFor } from './sealed-names.ts'
import { doorMark, takeNoted } from './take-noted.ts'

/** Attendance without a line: a bare form that a phone may keep, and the way in for what waited on it. */
export const doorRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/program/:id/hadir/luring', { may: 'programme.write', audit: 'none' }, async visit => {
    const [activity, list] = await visit.within(async tx => {
      const activity = await ownSession(tx, visit)
      return [activity, await listFor(tx, activity, visit.actor.officeId)] as const
    })
    const view = (
      <DoorPage
        activity={activity}
        formId={crypto.randomUUID()}
        house={envelopeKey(house.secret)}
        officer={doorMark(house.secret, visit.actor)}
        unkept={!list}
      />
    )
    // Not in the frame of the console: that says who is signed in, and this page stays on the device.
    return publicPage(house, visit, view, {
      title: visit.language.t('session.attend'),
      narrow: true,
      script: 'attendance.ts',
    })
  }),
  staff('POST', '/program/:id/hadir/luring', { may: 'programme.write', audit: 'attendance.noted' }, visit =>
    openKept(house, visit, visit.c.req.path, body =>
      visit.within(async tx => takeNoted(tx, house.secret, await ownSession(tx, visit), visit.actor, body)),
    ),
  ),
]
