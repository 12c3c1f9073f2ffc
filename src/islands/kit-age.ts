/**
 * <kit-age data-as-of data-most>: a kit that nobody has looked at for longer than `most` milliseconds may hold a picture that was
 * recalled meanwhile. What would share it (`data-young`) goes from the page, and `data-old` says why, until it is opened with a line.
 */
class KitAge extends HTMLElement {
  connectedCallback() {
    this.show()
    // A page may lie open for days.
    document.addEventListener('visibilitychange', () => this.show())
  }

  private show() {
    const { asOf, most } = this.dataset
    const old = Date.now() - Number(asOf) > Number(most)
    for (const part of this.querySelectorAll<HTMLElement>('[data-old]')) part.hidden = !old
    for (const part of this.querySelectorAll<HTMLElement>('[data-young]')) part.hidden = old
  }
}

customElements.define('kit-age', KitAge)
