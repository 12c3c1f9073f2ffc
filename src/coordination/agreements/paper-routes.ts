import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { agreementPaper } from './agreement-paper.ts'
import { readAgreement } from './read-agreement.ts'

/** An agreement to take away: as a paper, and as the bytes that were signed. */
export const agreementPaperRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff(
    'GET',
    '/kesepakatan/:id/versi/:number/naskah',
    { may: 'meeting.read', audit: 'none' },
    async visit => {
      const { version } = await visit.within(tx => wantedVersion(tx, visit))
      const name = `kesepakatan-${version.agreementId}-v${version.number}.txt`
      return file(version.canonical, 'text/plain; charset=utf-8', `attachment; filename="${name}"`)
    },
  ),
  staff(
    'GET',
    '/kesepakatan/:id/versi/:number/pdf',
    { may: 'meeting.read', audit: 'agreement.printed' },
    async visit => {
      const { pdf, name } = await visit.within(async tx => {
        const { version, drafter } = await wantedVersion(tx, visit)
        const name = `kesepakatan-${version.agreementId}-v${version.number}.pdf`
        return { pdf: await agreementPaper(house, tx, drafter, version), name }
      })
      return file(new Uint8Array(pdf), 'application/pdf', `inline; filename="${name}"`)
    },
  ),
]

/** The version of the address, and whose paper it is: the drafter's, whoever prints it. */
const wantedVersion = async (tx: Tx, visit: StaffVisit) => {
  const { agreement, versions } = await readAgreement(tx, visit)
  const version = versions.find(({ number }) => number === idOf(visit.c, 'number'))
  if (!version) throw new NotFound()
  return { version, drafter: agreement.officeId }
}

const file = (content: string | Uint8Array<ArrayBuffer>, type: string, disposition: string) =>
  new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': disposition,
      'cache-control': 'private, no-store',
    },
  })
