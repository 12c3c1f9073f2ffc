/** The bare attendance form on the device, so that it opens without a line: src/islands/service-worker.ts answers from here. */
const shelf = 'sinergi-hadir'

/** Keeps this page with its styles and scripts. @throws when it could not be fetched, or this browser keeps nothing */
export const keepAtDoor = async () => {
  const page = await fetch(location.pathname, { credentials: 'same-origin', cache: 'no-store' })
  if (!page.ok || page.redirected) throw new Error('not this page')
  const registration = await navigator.serviceWorker.register('/sw.js')
  await navigator.serviceWorker.ready
  void registration.update().catch(() => {})
  const cache = await caches.open(shelf)
  await cache.addAll(parts())
  await cache.put(location.pathname, page)
}

export const isAtDoor = async () => !!(await caches.match(location.pathname, { cacheName: shelf }))

export const forgetDoor = () => caches.delete(shelf)

const parts = () =>
  [...document.querySelectorAll('link[rel="stylesheet"], script[src]')].map(
    part => part.getAttribute('href') ?? part.getAttribute('src')!,
  )
