/**
 * <share-file data-url data-name data-text data-done>: shares a picture with its caption through the phone's own menu.
 * WhatsApp drops the caption of a shared picture, so the caption is copied to the clipboard first. Where sharing files is
 * not possible the links inside stay as they are. A share that the phone reports is an attempt, never a publication.
 */
customElements.define(
  'share-file',
  class extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector<HTMLButtonElement>('button[data-share]')
      if (!button || !navigator.canShare) return
      button.hidden = false
      button.addEventListener('click', () => void this.share())
    }

    private async share() {
      const { url = '', name = 'gambar.png', text = '', done = '' } = this.dataset
      const blob = await (await fetch(url)).blob()
      const files = [new File([blob], name, { type: blob.type })]
      if (!navigator.canShare({ files })) return
      await navigator.clipboard?.writeText(text).catch(() => {})
      try {
        await navigator.share({ files, text })
      } catch {
        return
      }
      if (done) await fetch(done, { method: 'POST' })
      location.reload()
    }
  },
)
