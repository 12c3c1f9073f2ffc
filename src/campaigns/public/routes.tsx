import { codeLeadingTo } from '../../links/index.ts'
import { contactsOf, officeById, posterContact } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { open, type Route, type Visit } from '../../platform/http/route.ts'
import { publicPage } from '../../staff/index.ts'
import { drawForScreen, pageLink, trackedLink } from '../draw-variant.ts'
import { whatsAppLink } from '../duties/caption.ts'
import { versionById } from '../materials/queries.ts'
import { campaignBySlug, materialsOf, ownersOf } from '../plan/queries.ts'
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
      const version = chosen && (await versionById(tx, chosen.id))
      const owner = await officeById(tx, (await ownersOf(tx, campaign.id))[0]!)
      const office = (wantedOffice && (await officeById(tx, wantedOffice))) || owner
      if (!version || !office || !owner) throw new NotFound()
      return {
        campaign,
        version,
        office,
        credit: owner.name,
        contacts: await contactsOf(tx, [office.id]),
        others: materials.filter(({ id }) => id !== version.id),
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
      if (shown.version.id !== version || shown.office.id !== office) throw new NotFound()
      const { slug } = shown.campaign
      const code = await house.db.asPublic(tx =>
        codeLeadingTo(tx, `/k/${slug}?kantor=${office}&materi=${version}`),
      )
      const link = code ? trackedLink(house.config.publicUrl, code) : pageLink(house.config.publicUrl, slug)
      const { bytes, type } = await drawForScreen(house, { ...shown, link }, width)
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': type, 'cache-control': 'public, max-age=3600' },
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
