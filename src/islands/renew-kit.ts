export const kitPath = '/tugas/luring'
const picture = /\/tugas\/luring\/\d+\/gambar/g

/** Whatever picture the kit shows no more leaves the device: it was recalled, or its duty is over. */
export const dropOthers = async (cache: Cache, shown: Iterable<string>): Promise<void> => {
  const kept = new Set(shown)
  const gone = (await cache.keys()).filter(({ url }) => {
    const [path] = new URL(url).pathname.match(picture) ?? []
    return path !== undefined && !kept.has(path)
  })
  await Promise.all(gone.map(key => cache.delete(key)))
}

/**
 * Brings a kit that is kept on this device up to date, if there is one: the page as it is now, and of the pictures only those that
 * are new, so that a short moment with a weak line is enough.
 * @throws when the line does not carry
 */
export const renewKit = async (name: string): Promise<void> => {
  if (!(await caches.match(kitPath, { cacheName: name }))) return
  const page = await fetch(kitPath, { credentials: 'same-origin', cache: 'no-store' })
  // Signed out meanwhile: what is kept is judged by its age.
  if (!page.ok || page.redirected) return
  const shown = new Set((await page.clone().text()).match(picture))
  const cache = await caches.open(name)
  await dropOthers(cache, shown)
  await cache.put(kitPath, page)
  for (const path of shown) if (!(await cache.match(path))) await cache.add(path)
}
