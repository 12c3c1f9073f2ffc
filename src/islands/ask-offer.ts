import { offerLevel, type Speaks } from './offer-level.ts'

/**
 * <ask-offer data-speaks="{…}"><form/><div data-answers hidden/>: while there is no line, the answer to the questions is
 * worked out here, from what the page carries. With a line, and without JavaScript, the server answers.
 */
customElements.define(
  'ask-offer',
  class extends HTMLElement {
    connectedCallback() {
      const form = this.querySelector('form')
      const answers = this.querySelector<HTMLElement>('[data-answers]')
      if (!form || !answers) return
      form.addEventListener('submit', event => {
        if (navigator.onLine) return
        event.preventDefault()
        event.stopPropagation()
        this.show(form, answers)
      })
    }

    private show(form: HTMLFormElement, answers: HTMLElement) {
      const given: Record<string, string> = {}
      new FormData(form).forEach((value, name) => {
        if (name.indexOf('q-') === 0) given[name.slice(2)] = String(value)
      })
      const { level, rules } = offerLevel(JSON.parse(this.dataset.speaks || '{}') as Speaks, given)
      const parts = answers.querySelectorAll<HTMLElement>('[data-level], [data-rule]')
      for (let place = 0; place < parts.length; place++) {
        const { level: own, rule } = parts[place]!.dataset
        parts[place]!.hidden = own ? own !== level : rules.indexOf(rule!) < 0
      }
      answers.hidden = false
      answers.focus()
      answers.scrollIntoView()
    }
  },
)
