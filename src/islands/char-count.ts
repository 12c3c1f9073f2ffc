/**
 * <char-count data-max="280" data-left="Sisa {count} huruf" data-over="Lebih {count} huruf"><textarea/>: says how much may
 * still be written. Without JavaScript the textarea works alone and the server answers.
 */
customElements.define(
  'char-count',
  class extends HTMLElement {
    connectedCallback() {
      const box = this.querySelector('textarea')
      if (!box) return
      const note = document.createElement('p')
      note.className = 'hint num'
      note.setAttribute('aria-live', 'polite')
      const update = () => this.say(note, Number(this.dataset.max) - box.value.length)
      box.addEventListener('input', update)
      this.append(note)
      update()
    }

    private say(note: HTMLElement, left: number) {
      const { left: within = '', over = '' } = this.dataset
      note.classList.toggle('err', left < 0)
      note.textContent = (left < 0 ? over : within).replace('{count}', String(Math.abs(left)))
    }
  },
)
