/** <copy-text data-done="Tersalin"><textarea/><button hidden>: copies the text beside it. Without JavaScript the text can be selected. */
customElements.define(
  'copy-text',
  class extends HTMLElement {
    connectedCallback() {
      const source = this.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input')
      const button = this.querySelector('button')
      if (!source || !button || !navigator.clipboard) return
      button.hidden = false
      // The button says aloud that it was done: its words change while it has the focus.
      button.setAttribute('aria-live', 'polite')
      button.addEventListener('click', () => void this.copy(source, button))
    }

    private async copy(source: HTMLTextAreaElement | HTMLInputElement, button: HTMLButtonElement) {
      try {
        await navigator.clipboard.writeText(source.value)
        button.textContent = this.dataset.done ?? button.textContent
      } catch {
        source.select()
      }
    }
  },
)
