import './kept-list.ts'

/** <share-page data-title><button hidden>: the phone's share menu for this page; without it the WhatsApp link stays. */
customElements.define(
  'share-page',
  class extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector('button')
      if (!button || !navigator.share) return
      button.hidden = false
      button.addEventListener(
        'click',
        () => void navigator.share({ title: document.title, url: location.href }).catch(() => {}),
      )
    }
  },
)
