import { codeLeadingTo, isCode } from '../../links/index.ts'
import { contactsOf, officeById, posterContact } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, open, type Route, type Visit } from '../../platform/http/route.ts'
import { publicPage } from '../../staff/index.ts'
import { type Drawn, drawForScreen, drawVariant, pageLink, trackedLink } from '../draw-variant.ts'
import { whatsAppLink } from '../duties/caption.ts'
import { type Format, formats } from '../format.ts'
import { currentVersionId, whyNotShown } from '../materials/current-queries.ts'
import type { Version } from '../materials/material.ts'
import { versionById } from '../materials/queries.ts'
import { campaignBySlug, materialsOf, ownersOf } from '../plan/queries.ts'
import { cardFormat, cardOf, cardSize, pageOf } from './addresses.ts'
import { galleryRoutes } from './gallery-routes.tsx'
import { gonePage } from './gone-page.tsx'
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

  /** One office's variant by its address, or by its predecessor's, with where it leads. */
  const variantAt = async ({ c }: Visit) => {
    const [version, office] = ['version', 'office'].map(name => idOf(c, name))
    const shown = await found(c.req.param('slug') ?? '', version, office)
    if (!version || shown.office.id !== office) throw new NotFound()
    const { slug } = shown.campaign
    const code = await house.db.asPublic(tx =>
      codeLeadingTo(tx, `/k/${slug}?kantor=${office}&materi=${version}`),
    )
    const { publicUrl } = house.config
    return { ...shown, link: code ? trackedLink(publicUrl, code) : pageLink(publicUrl, slug) }
  }

  const draw = async (order: Awaited<ReturnType<typeof variantAt>>, format: Format, download?: string) =>
    picture(await drawVariant(house, order, format), order.version, download)

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
      if (shown.gone) return gonePage(house, visit, shown.gone, shown.office.name, posterContact(contacts))
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
    open('GET', '/k/:slug/:version/:office/kartu', async visit => draw(await variantAt(visit), cardFormat)),
    open('GET', '/k/:slug/:version/:office/unduh/:format', async visit => {
      const format = visit.c.req.param('format') as Format
      if (!formats.includes(format)) throw new NotFound()
      const order = await variantAt(visit)
      const name = `${order.campaign.slug}-${order.version.id}-${order.office.id}-${format}`
      return draw(order, format, name)
    }),
    open('GET', '/k/:slug/:version/:office/:width', async visit => {
      const width = Number(visit.c.req.param('width'))
      if (!widths.includes(width)) throw new NotFound()
      const order = await variantAt(visit)
      return picture(await drawForScreen(house, order, width), order.version)
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

/** A picture of people may have to go: nothing on its way keeps it long. */
const picture = (
  { bytes, type, recalled }: Drawn,
  { artwork }: Pick<Version, 'artwork'>,
  download?: string,
) =>
  new Response(new Uint8Array(bytes), {
    status: recalled ? 410 : 200,
    headers: {
      'content-type': type,
      'cache-control': recalled ? 'no-store' : `public, max-age=${artwork ? 300 : 3600}`,
      ...(download && { 'content-disposition': `attachment; filename="${download}.${type.split('/')[1]}"` }),
    },
  })

const lostLink = (house: House, visit: Visit, typed = visit.c.req.param('code') ?? '') =>
  publicPage(house, visit, <LostLinkPage typed={typed} />, {
    title: visit.language.t('link.unknown'),
    narrow: true,
    status: 404,
  })

const queryId = ({ c }: Visit, name: string) =>
  Number(c.req.query(name)?.match(/^[1-9]\d{0,8}$/)?.[0]) || undefined
