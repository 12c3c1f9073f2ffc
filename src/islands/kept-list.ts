const shelf = 'sinergi-jalur'

/** <kept-list> around tick boxes: what is ticked stays on this device, is sent nowhere, and goes with one button. */
customElements.define(
  'kept-list',
  class extends HTMLElement {
    connectedCallback() {
      let kept: string[]
      try {
        kept = JSON.parse(localStorage.getItem(shelf) ?? '[]')
        if (!Array.isArray(kept)) kept = []
      } catch {
        return
      }
      const boxes = [...this.querySelectorAll<HTMLInputElement>('input')]
      for (const box of boxes) box.checked = kept.includes(box.value)
      this.show('[data-off]', false)
      this.show('[data-on]', true)
      this.show('[data-erase]', true)
      this.addEventListener('change', ({ target }) => {
        const { value, checked } = target as HTMLInputElement
        // Boxes of another way are not on this page and keep their tick.
        kept = kept.filter(key => key !== value)
        if (checked) kept.push(value)
        try {
          localStorage.setItem(shelf, JSON.stringify(kept))
        } catch {
          this.show('[data-off]', true)
          this.show('[data-on]', false)
        }
        this.show('[data-erased]', false)
      })
      this.querySelector('[data-erase]')?.addEventListener('click', () => {
        localStorage.removeItem(shelf)
        kept = []
        for (const box of boxes) box.checked = false
        this.show('[data-erased]', true)
      })
    }

    private show(part: string, shown: boolean) {
      const found = this.querySelector<HTMLElement>(part)
      if (found) found.hidden = !shown
    }
  },
)
