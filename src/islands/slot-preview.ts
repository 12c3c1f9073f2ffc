/**
 * <slot-preview data-path="/isian/gambar"><img></slot-preview>: draws the sheet again a moment after somebody typed in the form
 * around it. Without JavaScript a button sends the form and the server shows the same picture.
 */
customElements.define(
  'slot-preview',
  class extends HTMLElement {
    private waiting = 0

    connectedCallback() {
      const form = this.closest('form')
      form?.addEventListener('input', () => {
        clearTimeout(this.waiting)
        this.waiting = window.setTimeout(() => this.draw(form), 500)
      })
    }

    private draw(form: HTMLFormElement) {
      const typed = [...new FormData(form)].filter((pair): pair is [string, string] => pair[1] !== '')
      const design = typed.find(([name]) => name === 'design')?.[1]
      const picture = this.querySelector('img')
      if (!design || !picture) return
      const words = new URLSearchParams(typed.filter(([name]) => name !== 'design'))
      picture.src = `${this.dataset.path}/${encodeURIComponent(design)}?${words}`
    }
  },
)
