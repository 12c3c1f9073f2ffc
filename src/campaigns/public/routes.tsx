import { codeLeadingTo, isCode } from '../../links/index.ts'
import { contactsOf, officeById, posterContact } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, open, type Route, type Visit } from '../../platform/http/route.ts'
import { publicPage } from '../../staff/index.ts'
import { drawForScreen, drawVariant, pageLink, trackedLink } from '../draw-variant.ts'
import { whatsAppLink } from '../duties/caption.ts'
import { versionById } from '../materials/queries.ts'
import { campaignBySlug, materialsOf, ownersOf } from '../plan/queries.ts'
import { type Format, formats } from '../variant.ts'
import { cardFormat, cardOf, cardSize, pageOf } from './addresses.ts'
import { galleryRoutes } from './gallery-routes.tsx'
import { LostLinkPage } from './lost-link-page.tsx'
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

  /** One office's variant by its address, with where it leads. */
  const variantAt = async ({ c }: Visit) => {
    const [version, office] = ['version', 'office'].map(name => idOf(c, name))
    const shown = await found(c.req.param('slug') ?? '', version, office)
    if (!version || shown.version.id !== version || shown.office.id !== office) throw new NotFound()
    const { slug } = shown.campaign
    const code = await house.db.asPublic(tx =>
      codeLeadingTo(tx, `/k/${slug}?kantor=${office}&materi=${version}`),
    )
    const { publicUrl } = house.config
    return { ...shown, link: code ? trackedLink(publicUrl, code) : pageLink(publicUrl, slug) }
  }

  const picture = ({ bytes, type }: { bytes: Uint8Array; type: string }, download?: string) =>
    new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': type,
        'cache-control': 'public, max-age=3600',
        ...(download && {
          'content-disposition': `attachment; filename="${download}.${type.split('/')[1]}"`,
        }),
      },
    })

  return [
    ...galleryRoutes(house),
    open('GET', '/k/:slug', async visit => {
      const { c, language } = visit
      const { contacts, ...shown } = await found(
        c.req.param('slug') ?? '',
        queryId(visit, 'materi'),
        queryId(visit, 'kantor'),
      )
      const { slug, title } = shown.campaign
      const { version, office } = shown
      const { publicUrl } = house.config
      const spot = { slug, versionId: version.id, officeId: office.id }
      const address = publicUrl + pageOf(spot)
      const view = (
        <PublicCampaignPage
          {...shown}
          spot={spot}
          contact={posterContact(contacts)}
          shareLink={whatsAppLink(`${version.headline}\n${address}`)}
        />
      )
      const { t } = language
      const foot = (
        <p>
          {t('public.campaign-of', { title })} {shown.campaign.sample && t('sample.banner')}
        </p>
      )
      const said = version.callToAction || version.points[0] || version.altText
      return publicPage(house, visit, view, {
        title: version.headline,
        description: t('gallery.card', { text: said, office: office.name }),
        address,
        picture: { url: publicUrl + cardOf(spot), alt: version.altText, ...cardSize },
        foot,
        script: true,
      })
    }),
    open('GET', '/k/:slug/:version/:office/kartu', async visit =>
      picture(await drawVariant(house, await variantAt(visit), cardFormat)),
    ),
    open('GET', '/k/:slug/:version/:office/unduh/:format', async visit => {
      const format = visit.c.req.param('format') as Format
      if (!formats.includes(format)) throw new NotFound()
      const order = await variantAt(visit)
      const name = `${order.campaign.slug}-${order.version.id}-${order.office.id}-${format}`
      return picture(await drawVariant(house, order, format), name)
    }),
    open('GET', '/k/:slug/:version/:office/:width', async visit => {
      const width = Number(visit.c.req.param('width'))
      if (!widths.includes(width)) throw new NotFound()
      return picture(await drawForScreen(house, await variantAt(visit), width))
    }),
    open('GET', '/t', visit => {
      const typed = visit.c.req.query('kode') ?? ''
      const code = typed.replace(/[\s.-]/g, '').toUpperCase()
      return isCode(code) ? goTo(`/t/${code.toLowerCase()}`) : lostLink(house, visit, typed)
    }),
    open('GET', '/t/:code', visit => lostLink(house, visit)),
    open('GET', '/T/:code', visit => lostLink(house, visit)),
  ]
}

const lostLink = (house: House, visit: Visit, typed = visit.c.req.param('code') ?? '') =>
  publicPage(house, visit, <LostLinkPage typed={typed} />, {
    title: visit.language.t('link.unknown'),
    narrow: true,
    status: 404,
  })

const queryId = ({ c }: Visit, name: string) =>
  Number(c.req.query(name)?.match(/^[1-9]\d{0,8}$/)?.[0]) || undefined
