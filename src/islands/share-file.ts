/**
 * <share-file data-url data-name data-text data-done>: shares a picture with its caption through the phone's own menu.
 * WhatsApp drops the caption of a shared picture, so the caption is copied to the clipboard first. Where sharing files is
 * not possible the links inside stay as they are. A share that the phone reports is an attempt, never a publication.
 * Says what came of it with the event `share-outcome`: attempted, dismissed, refused, unsupported or unreachable.
 */
customElements.define(
  'share-file',
  class extends HTMLElement {
    private file: File | undefined

    connectedCallback() {
      const button = this.querySelector<HTMLButtonElement>('button[data-share]')
      if (!button || !navigator.canShare) return
      button.hidden = false
      button.addEventListener('click', () => void this.share(button))
    }

    private async share(button: HTMLButtonElement) {
      const { text = '', done = '' } = this.dataset
      const outcome = await this.attempt(text)
      this.dispatchEvent(new CustomEvent('share-outcome', { bubbles: true, detail: outcome }))
      button.hidden = outcome === 'unsupported'
      if (outcome !== 'attempted') return
      if (done) await fetch(done, { method: 'POST' })
      location.reload()
    }

    private async attempt(text: string) {
      try {
        // Kept: on a slow line the phone forgets the tap before the picture is there, and a second tap must not wait again.
        this.file ??= await this.load()
      } catch {
        return 'unreachable'
      }
      const files = [this.file]
      if (!navigator.canShare({ files })) return 'unsupported'
      await navigator.clipboard?.writeText(text).catch(() => {})
      return navigator.share({ files, text }).then(
        () => 'attempted',
        error => (error.name === 'AbortError' ? 'dismissed' : 'refused'),
      )
    }

    private async load() {
      const { url = '', name = 'gambar.png' } = this.dataset
      const answer = await fetch(url)
      if (!answer.ok) throw new Error(String(answer.status))
      const blob = await answer.blob()
      return new File([blob], name, { type: blob.type })
    }
  },
)
