/**
 * <live-blocks data-seconds="4"><ol><li id data-version>: brings in what others wrote, part by part. A part with a form in it is
 * being written: it stays as it is, and says so when somebody else changed it. Without JavaScript a link asks for the page again.
 */
customElements.define(
  'live-blocks',
  class extends HTMLElement {
    connectedCallback() {
      setTimeout(() => void this.renew(), Number(this.dataset.seconds) * 1000)
    }

    private async renew() {
      if (!this.isConnected) return
      const fresh = document.hidden ? undefined : await load()
      const [now, next] = [this.querySelector('ol'), fresh?.querySelector('live-blocks ol')]
      if (now && next) bringIn(now, next)
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

const bringIn = (now: Element, next: Element) => {
  const seen = new Map([...now.children].map(part => [part.id, part]))
  for (const fresh of [...next.children]) {
    const part = seen.get(fresh.id)
    seen.delete(fresh.id)
    if (part) renewPart(part, fresh)
    else now.append(fresh)
  }
  // Removed by somebody else: what is being typed stays.
  for (const gone of seen.values()) {
    if (gone.querySelector('form')) tell(gone)
    else gone.remove()
  }
}

const renewPart = (part: Element, fresh: Element) => {
  // What stands open or has the focus is left alone while nothing in it changed.
  if (versionOf(part) === versionOf(fresh) && grownOf(part) === grownOf(fresh)) return
  if (part.querySelector('form')) tell(part)
  else part.replaceWith(fresh)
}

const tell = (part: Element) => part.querySelector('[data-changed]')?.removeAttribute('hidden')

const versionOf = (part: Element) => (part as HTMLElement).dataset.version

/** The ways on from a part: to the follow-up or agreement it became. */
const grownOf = (part: Element) => [...part.querySelectorAll('a')].map(({ href }) => href).join()
