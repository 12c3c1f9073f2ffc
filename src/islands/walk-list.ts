/**
 * <walk-list> with items that are links: j and k go from one to the next while the focus is on any of them. Without JavaScript the
 * tabulator does the same.
 */
customElements.define(
  'walk-list',
  class extends HTMLElement {
    connectedCallback() {
      const keys = this.querySelector<HTMLElement>('[data-keys]')
      if (keys) keys.hidden = false
      this.addEventListener('keydown', event => this.hear(event))
    }

    private hear({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) {
      const step = { j: 1, k: -1 }[key]
      if (!step || ctrlKey || metaKey || altKey) return
      const items = [...this.querySelectorAll<HTMLElement>('.item')]
      const place = items.indexOf(target as HTMLElement)
      const next = place < 0 ? undefined : items[place + step]
      next?.focus()
      next?.scrollIntoView({ block: 'nearest' })
    }
  },
)
