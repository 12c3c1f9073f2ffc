import { createHash } from 'node:crypto'
import { campaignTexts } from '../../campaigns/index.ts'
import { published } from '../../news/index.ts'
import type { House } from '../../platform/house.ts'
import { open, type Route } from '../../platform/http/route.ts'
import { closedRoots, type Known, keptPaths, presentPaths } from '../public-paths.ts'

/** What machines read: where the public pages are, and how a phone keeps them. */
export const machineRoutes = (house: House, known: Known): Route[] => {
  const { assets, config, db } = house
  const worker = serviceWorker(house, known)
  return [
    open('GET', '/sitemap.xml', async () => {
      const campaigns = await db.asPublic(campaignTexts)
      const articles = await db.asPublic(tx => published(tx))
      return text(
        'application/xml',
        sitemap(config.publicUrl, [
          ...presentPaths(known),
          '/berita',
          ...campaigns.map(({ slug }) => `/k/${slug}`),
          ...articles.map(({ slug }) => `/berita/${slug}`),
        ]),
      )
    }),
    open('GET', '/robots.txt', () => text('text/plain', robots(config.publicUrl, known))),
    open('GET', '/manifest.webmanifest', ({ language: { t, locale } }) =>
      text(
        'application/manifest+json',
        JSON.stringify({
          // Nothing on the home screen tells what this is for.
          name: 'Sinergi',
          short_name: 'Sinergi',
          description: t('public.start-lead'),
          lang: locale,
          id: '/',
          start_url: '/',
          scope: '/',
          display: 'standalone',
          background_color: '#fbf9f5',
          theme_color: '#06434a',
          icons: ([192, 512] as const).map(side => ({
            src: assets.url(`icon-${side}.png`),
            sizes: `${side}x${side}`,
            type: 'image/png',
            purpose: 'any maskable',
          })),
        }),
      ),
    ),
    open('GET', '/sw.js', () => text('text/javascript', worker, { 'cache-control': 'no-cache' })),
  ]
}

/** The worker with what it may keep written in front. Its version changes with any style, script or page of the list. */
const serviceWorker = ({ assets }: House, known: Known) => {
  const code = new TextDecoder().decode(
    assets.find(assets.url('service-worker.ts').slice('/assets/'.length))!.bytes,
  )
  const shelf = {
    pages: keptPaths(known),
    assets: [assets.url('public.css'), assets.url('public.ts')],
    offline: '/luring',
  }
  const version = createHash('sha256').update(JSON.stringify(shelf)).update(code).digest('hex').slice(0, 12)
  return `var shelf=${JSON.stringify({ version, ...shelf })};\n${code}`
}

const sitemap = (publicUrl: string, paths: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map(path => `<url><loc>${publicUrl}${path}</loc></url>`).join('\n')}
</urlset>
`

// With the sign at the end and with the slash: /kantor is for staff, /kantor-terdekat for everybody.
const robots = (publicUrl: string, known: Known) => {
  const closed = closedRoots(known)
  // A page for everybody may stand below a path of staff.
  const inside = presentPaths(known).filter(path => closed.some(root => path.startsWith(`${root}/`)))
  return [
    'User-agent: *',
    ...closed.flatMap(root => [`Disallow: ${root}$`, `Disallow: ${root}/`]),
    ...inside.map(path => `Allow: ${path}$`),
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n')
}

const text = (type: string, body: string, headers: Record<string, string> = {}) =>
  new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'public, max-age=3600',
      ...headers,
    },
  })
