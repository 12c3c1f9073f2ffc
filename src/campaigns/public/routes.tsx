import { codeLeadingTo } from '../../links/index.ts'
import { contactsOf, officeById, posterContact } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { open, type Route, type Visit } from '../../platform/http/route.ts'
import { publicPage } from '../../staff/index.ts'
import { drawForScreen, pageLink, trackedLink } from '../draw-variant.ts'
import { whatsAppLink } from '../duties/caption.ts'
import { currentVersionId, whyNotShown } from '../materials/current-queries.ts'
import { versionById } from '../materials/queries.ts'
import { campaignBySlug, materialsOf, ownersOf } from '../plan/queries.ts'
import { gonePage } from './gone-page.tsx'
import { PublicCampaignPage } from './pages.tsx'

const widths = [360, 540, 1080]

/** What the public sees of a campaign, as the office that was scanned speaks of it. */
export const publicRoutes = (house: House): Route[] => {
  const found = (slug: string, wantedVersion: number | undefined, wantedOffice: number | undefined) =>
    house.db.asPublic(async tx => {
      const campaign = await campaignBySlug(tx, slug)
      if (!campaign) throw new NotFound()
      const materials = await materialsOf(tx, campaign.id)
      const chosen = materials.find(({ id }) => id === wantedVersion) ?? materials[0]
      const day = String(dayOf(house.clock()))
      const current = chosen && (await currentVersionId(tx, chosen.id, day))
      const version = chosen && (await versionById(tx, current ?? chosen.id))
      const owner = await officeById(tx, (await ownersOf(tx, campaign.id))[0]!)
      const office = (wantedOffice && (await officeById(tx, wantedOffice))) || owner
      if (!version || !office || !owner) throw new NotFound()
      return {
        campaign,
        version,
        gone: current ? undefined : await whyNotShown(tx, chosen!.id, day),
        office,
        credit: owner.name,
        contacts: await contactsOf(tx, [office.id]),
        others: materials.filter(({ id }) => id !== version.id && id !== chosen?.id),
      }
    })

  return [
    open('GET', '/k/:slug', async visit => {
      const { c, language } = visit
      const { contacts, ...shown } = await found(
        c.req.param('slug') ?? '',
        queryId(visit, 'materi'),
        queryId(visit, 'kantor'),
      )
      const { slug, title } = shown.campaign
      if (shown.gone) return gonePage(house, visit, shown.gone, shown.office.name, posterContact(contacts))
      const address = `${house.config.publicUrl}/k/${slug}?materi=${shown.version.id}&kantor=${shown.office.id}`
      const view = (
        <PublicCampaignPage
          {...shown}
          contact={posterContact(contacts)}
          shareLink={whatsAppLink(`${shown.version.headline}\n${address}`)}
        />
      )
      const { t } = language
      const foot = (
        <p>
          {t('public.campaign-of', { title })} {shown.campaign.sample && t('sample.banner')}
        </p>
      )
      return publicPage(house, visit, view, {
        title: shown.version.headline,
        description: shown.version.altText,
        picture: `${house.config.publicUrl}/k/${slug}/${shown.version.id}/${shown.office.id}/1080`,
        foot,
        script: true,
      })
    }),
    open('GET', '/k/:slug/:version/:office/:width', async ({ c }) => {
      const [version, office, width] = ['version', 'office', 'width'].map(name => Number(c.req.param(name)))
      if (!version || !office || !width || !widths.includes(width)) throw new NotFound()
      const shown = await found(c.req.param('slug') ?? '', version, office)
      // A picture asked for by the old version's address is the successor's; where there is none, a notice.
      if (shown.office.id !== office) throw new NotFound()
      const { slug } = shown.campaign
      const code = await house.db.asPublic(tx =>
        codeLeadingTo(tx, `/k/${slug}?kantor=${office}&materi=${version}`),
      )
      const link = code ? trackedLink(house.config.publicUrl, code) : pageLink(house.config.publicUrl, slug)
      const drawn = await drawForScreen(house, { ...shown, link }, width)
      // A picture of people may have to go: nothing on its way keeps it long.
      const kept = shown.version.artwork ? 'public, max-age=300' : 'public, max-age=3600'
      return new Response(new Uint8Array(drawn.bytes), {
        status: drawn.recalled ? 410 : 200,
        headers: { 'content-type': drawn.type, 'cache-control': drawn.recalled ? 'no-store' : kept },
      })
    }),
    open('GET', '/t/:code', visit => lostLink(house, visit)),
    open('GET', '/T/:code', visit => lostLink(house, visit)),
  ]
}

const lostLink = (house: House, visit: Visit) => {
  const { t } = visit.language
  const view = (
    <>
      <h1>{t('link.unknown')}</h1>
      <p>{t('link.unknown-text')}</p>
      <p>
        <a href="/">{t('failure.home')}</a>
      </p>
    </>
  )
  return publicPage(house, visit, view, { title: t('link.unknown'), narrow: true, status: 404 })
}

const queryId = ({ c }: Visit, name: string) =>
  Number(c.req.query(name)?.match(/^[1-9]\d{0,8}$/)?.[0]) || undefined
