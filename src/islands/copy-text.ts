/** <copy-text data-done="Tersalin"><textarea/><button hidden>: copies the text beside it. Without JavaScript the text can be selected. */
customElements.define(
  'copy-text',
  class extends HTMLElement {
    connectedCallback() {
      const source = this.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input')
      const button = this.querySelector('button')
      if (!source || !button || !navigator.clipboard) return
      button.hidden = false
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(source.value)
        button.textContent = this.dataset.done ?? button.textContent
      })
    }
  },
)
