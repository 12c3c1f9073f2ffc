/**
 * <review-desk data-marked="{count} …"><form>: j and k go from row to row, a accepts, r and a digit returns with that reason, x ticks,
 * Enter sends; what is ticked is decided together. Keys are heard only while the focus is on a row, and what they do is shown in the
 * row's own field. Without JavaScript the ticks, the fields and the button do the same.
 */
customElements.define(
  'review-desk',
  class extends HTMLElement {
    private awaitsReason = false

    connectedCallback() {
      const keys = this.querySelector<HTMLElement>('[data-keys]')
      if (keys) keys.hidden = false
      this.addEventListener('keydown', event => this.hear(event))
      this.addEventListener('change', () => this.count())
      this.count()
    }

    private hear(event: KeyboardEvent) {
      const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
      const isOnTick = event.target instanceof HTMLInputElement && event.target.type === 'checkbox'
      if (!row || !isOnTick || event.ctrlKey || event.metaKey || event.altKey) return
      if (!this.act(event.key, row)) return
      event.preventDefault()
      this.count()
    }

    /** @returns whether the key means something here */
    private act(key: string, row: HTMLElement): boolean {
      const reason = this.awaitsReason && /^[1-9]$/.test(key) ? Number(key) : 0
      this.awaitsReason = key === 'r'
      if (reason) this.decide(row, 1 + reason)
      else if (key === 'j' || key === 'k') this.go(row, key === 'j' ? 1 : -1)
      else if (key === 'x') tickOf(row).checked = !tickOf(row).checked
      else if (key === 'a') this.decide(row, 1)
      else if (key === 'Enter') this.querySelector('form')?.requestSubmit()
      else return key === 'r'
      return true
    }

    private go(row: HTMLElement, step: number) {
      const rows = this.rows()
      const next = rows[rows.indexOf(row) + step]
      if (!next) return
      tickOf(next).focus()
      next.scrollIntoView({ block: 'nearest' })
    }

    /** All that are ticked, or this one. @param place of the decision in the row's field */
    private decide(row: HTMLElement, place: number) {
      const ticked = this.rows().filter(one => tickOf(one).checked)
      for (const one of ticked.length > 0 ? ticked : [row]) {
        const field = one.querySelector<HTMLSelectElement>('[data-decision]')
        if (field && place < field.options.length) field.selectedIndex = place
        tickOf(one).checked = false
      }
    }

    private count() {
      const bulk = this.querySelector<HTMLSelectElement>('#bulk')?.value
      const { length } = this.rows().filter(row => {
        const decided = !!row.querySelector<HTMLSelectElement>('[data-decision]')?.value
        row.classList.toggle('decided', decided)
        return decided || (!!bulk && tickOf(row).checked)
      })
      const words = this.querySelector('[data-count]')
      if (words)
        words.textContent = length ? (this.dataset.marked ?? '').replace('{count}', String(length)) : ''
    }

    private rows() {
      return [...this.querySelectorAll<HTMLElement>('[data-row]')]
    }
  },
)

const tickOf = (row: HTMLElement) => row.querySelector<HTMLInputElement>('input[type="checkbox"]')!
