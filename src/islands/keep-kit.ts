import { proofShelf } from './own-proofs.ts'
import { dropOthers, renewKit } from './renew-kit.ts'

/**
 * <keep-kit data-kept-words>: by a tap, the page of open duties and its pictures lie on this device and open without a line
 * (src/islands/service-worker.ts answers from there); by another, they are gone. Once kept, they are renewed at each visit, and whenever there is a line.
 */
class KeepKit extends HTMLElement {
  connectedCallback() {
    if (!navigator.serviceWorker || !self.caches) return
    this.when('keep', () => void this.keep())
    this.when('forget', () => void caches.delete(proofShelf).then(() => this.show()))
    document.addEventListener('proofs-arrived', () => void this.renew())
    addEventListener('online', () => void renewKit(proofShelf).catch(() => {}))
    void this.show().then(() => this.renew())
  }

  private async keep() {
    this.mark('busy', true)
    const done = await fill().then(yes, no)
    this.mark('busy', false)
    this.mark('failed', !done)
    await this.show()
  }

  private async renew() {
    if (navigator.onLine && (await isKept())) await fill().catch(() => {})
  }

  private async show() {
    const kept = await isKept()
    this.mark('kept', kept)
    this.mark('unkept', !kept)
  }

  private mark(part: string, shown: boolean) {
    for (const found of this.querySelectorAll<HTMLElement>(`[data-${part}]`)) found.hidden = !shown
  }

  private when(deed: string, act: () => void) {
    this.querySelector(`[data-do="${deed}"]`)?.addEventListener('click', act)
  }
}

const yes = () => true
const no = () => false

const isKept = async () =>
  !!(await caches.match(location.pathname, { cacheName: proofShelf }).catch(() => undefined))

/** @throws when the page or a picture could not be fetched: half a kit is none */
const fill = async () => {
  const page = await fetch(location.pathname, { credentials: 'same-origin', cache: 'no-store' })
  if (!page.ok || page.redirected) throw new Error('not this page')
  await navigator.serviceWorker.register('/sw.js')
  await navigator.serviceWorker.ready
  const cache = await caches.open(proofShelf)
  try {
    await cache.addAll(parts())
    await dropOthers(cache, parts())
    await cache.put(location.pathname, page)
  } catch (error) {
    await caches.delete(proofShelf)
    throw error
  }
}

const parts = () =>
  [...document.querySelectorAll('link[rel="stylesheet"], script[src], img[data-kit]')].map(
    part => part.getAttribute('href') ?? part.getAttribute('src')!,
  )

customElements.define('keep-kit', KeepKit)
