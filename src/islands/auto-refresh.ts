/**
 * <auto-refresh data-seconds="2">: asks for the page again and renews its main part in place, until the page no longer
 * asks for it. Without JavaScript the page reloads by itself (see Document).
 */
customElements.define(
  'auto-refresh',
  class extends HTMLElement {
    connectedCallback() {
      setTimeout(() => void this.renew(), Number(this.dataset.seconds) * 1000)
    }

    private async renew() {
      if (!this.isConnected) return
      const fresh = document.hidden ? undefined : await load()
      if (fresh) show(fresh)
      if (fresh && !fresh.querySelector('auto-refresh')) return this.remove()
      this.connectedCallback()
    }
  },
)

/** The page as it is now; nothing while the line is down: the next time will tell. */
const load = async () => {
  const answer = await fetch(location.href).catch(() => undefined)
  if (!answer?.ok) return undefined
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

const show = (fresh: Document) => {
  const now = document.querySelector('main')
  const next = fresh.querySelector('main')
  if (!now || !next || now.innerHTML === next.innerHTML) return
  const focused = document.activeElement?.id
  document.title = fresh.title
  now.replaceChildren(...next.childNodes)
  if (focused) document.getElementById(focused)?.focus()
}
