/**
 * Keeps the public pages on the device after the first visit. The server writes `shelf` in front: the version of the
 * styles, the pages that may be kept and the page for everything else. Nothing that is not named there is ever stored
 * or answered from here: no page of staff, no report, no search, no address with a question in it. Two exceptions: the
 * bare attendance form and the kit of open duties, which an officer puts on the device (take-attendance.ts, keep-kit.ts) and which go
 * when somebody signs in or out. Whenever there is a line, the kit loses what was recalled (renew-kit.ts).
 */
import { renewKit } from './renew-kit.ts'

declare const shelf: { version: string; pages: string[]; assets: string[]; offline: string }

type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }

const worker = self as unknown as {
  addEventListener(name: string, heard: (event: never) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
const mine = 'sinergi-'
const pages = `${mine}pages-${shelf.version}`
const assets = `${mine}assets-${shelf.version}`
const atTheDoor = `${mine}hadir`
const kit = `${mine}tugas`

worker.addEventListener('install', (event: Lasting) =>
  event.waitUntil(Promise.all([fill(assets, shelf.assets), fillPages()]).then(() => worker.skipWaiting())),
)

worker.addEventListener('activate', (event: Lasting) =>
  event.waitUntil(
    caches
      .keys()
      .then(names =>
        Promise.all(
          names
            .filter(name => name.startsWith(mine) && ![pages, assets, atTheDoor, kit].includes(name))
            .map(name => caches.delete(name)),
        ),
      )
      .then(() => worker.clients.claim())
      .then(freshKit),
  ),
)

worker.addEventListener('fetch', (event: Fetching) => {
  const { request } = event
  const { origin, pathname, search } = new URL(request.url)
  if (origin !== location.origin) return
  if (pathname === '/keluar' || pathname === '/masuk') return void event.waitUntil(forgetDoor(request))
  if (request.method !== 'GET') return
  if (shelf.assets.includes(pathname)) event.respondWith(fromShelf(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(atDoor(request, () => fromKit(request)))
  else if (/^\/tugas\/luring\/\d+\/gambar$/.test(pathname)) event.respondWith(fromKit(request))
  else if (request.mode !== 'navigate') return
  else if (pathname === '/tugas/luring') event.respondWith(kitPage(request))
  else if (/^\/program\/\d+\/hadir\/luring$/.test(pathname))
    event.respondWith(atDoor(request, () => fetch(request).catch(() => kept(shelf.offline))))
  else if (pathname.startsWith('/bahasa/')) event.respondWith(inOtherLanguage(event))
  else if (!search && shelf.pages.includes(pathname)) event.respondWith(keptFirst(event, pathname))
  else event.respondWith(fromHouse(event))
})

/** A page of the house itself; that it came means that there is a line, which the kit is told. */
const fromHouse = async (event: Fetching) => {
  const answer = await fetch(event.request).catch(() => undefined)
  if (!answer) return kept(shelf.offline)
  event.waitUntil(freshKit())
  return answer
}

/** Milliseconds between two looks at whether the kit still holds. */
const restful = 60_000
let looked = Number.NEGATIVE_INFINITY

const freshKit = async () => {
  if (performance.now() - looked < restful) return
  looked = performance.now()
  await renewKit(kit).catch(() => {
    looked = Number.NEGATIVE_INFINITY
  })
}

const fromShelf = (request: Request) => caches.match(request).then(found => found ?? fetch(request))

const atDoor = async (request: Request, otherwise: () => Promise<Response>) =>
  (await caches.match(request, { cacheName: atTheDoor })) ?? otherwise()

/** Another officer must not write under the name of the one before, nor see what that one's office publishes. */
const forgetDoor = async ({ method }: Request) =>
  method === 'POST' && Promise.all([caches.delete(atTheDoor), caches.delete(kit)])

const fromKit = async (request: Request) =>
  (await caches.match(request, { cacheName: kit })) ?? fetch(request)

/** Milliseconds that a weak line gets before the kept page is shown instead. */
const patience = 5000

/** As it is now, where the line carries; else as it was kept. */
const kitPage = async (request: Request) => {
  const found = await caches.match(request, { cacheName: kit, ignoreSearch: true })
  const now = fetch(request).catch(() => found ?? kept(shelf.offline))
  return found ? Promise.race([now, late(found)]) : now
}

const late = (answer: Response) =>
  new Promise<Response>(resolve => setTimeout(() => resolve(answer), patience))

/** What is kept, at once, while the newer one is fetched for the next time. */
const keptFirst = async (event: Fetching, path: string) => {
  const newer = renew(path)
  const found = await (await caches.open(pages)).match(path)
  if (!found) return newer.catch(() => kept(shelf.offline))
  event.waitUntil(newer.catch(() => {}))
  return found
}

const kept = async (path: string) => (await (await caches.open(pages)).match(path)) ?? Response.error()

/** What was kept speaks the other language: it goes once the change is made, and comes back in the new one. */
const inOtherLanguage = async (event: Fetching) => {
  const answer = await fetch(event.request).catch(() => undefined)
  if (!answer) return kept(shelf.offline)
  await Promise.all([pages, atTheDoor, kit].map(name => caches.delete(name)))
  event.waitUntil(fillPages())
  return answer
}

const renew = async (path: string) => {
  const answer = await fetch(path, { credentials: 'same-origin' })
  if (mayBeKept(answer)) await (await caches.open(pages)).put(path, answer.clone())
  return answer
}

const mayBeKept = ({ ok, redirected, headers }: Response) =>
  ok && !redirected && (headers.get('content-type') ?? '').startsWith('text/html')

// One at a time: the line is slow, and the person is reading.
const fillPages = async () => {
  for (const path of [shelf.offline, ...shelf.pages]) await renew(path).catch(() => {})
}

const fill = async (name: string, paths: string[]) => (await caches.open(name)).addAll(paths)
