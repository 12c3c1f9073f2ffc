import { giveNumber, numberOf, rememberSent } from './form-number.ts'
import { type Kept, put, remove, waiting } from './kept-shelf.ts'
import { sealKept } from './seal-kept.ts'
import { forgetPages, showAnswer } from './show-answer.ts'

/**
 * <keep-draft data-house data-to data-fresh …><form/>: sends the form without leaving the page, so that a line that breaks loses
 * nothing; and where the person chooses it, keeps it on this device, sealed to the house. See src/ui/keep-draft.tsx.
 */
class KeepDraft extends HTMLElement {
  private ready = false
  private busy: AbortController | undefined

  connectedCallback() {
    const form = this.querySelector('form')
    if (this.ready || !form || !window.fetch || !window.AbortController) return
    this.ready = true
    form.addEventListener('submit', event => {
      event.preventDefault()
      if (!this.busy) void this.send(form)
    })
    this.when('stop', () => this.busy?.abort())
    this.when('keep', () => void this.keep(form))
    this.when('leave', () => this.say(''))
    this.when('send-kept', () => void this.sendKept())
    this.when('drop', () => void this.drop())
    this.show('[data-can]', canKeep)
    this.show('[data-cannot]', !canKeep)
    void this.count()
    void giveNumber(form, this.dataset.fresh)
  }

  private async send(form: HTMLFormElement) {
    rememberSent(form)
    this.say('sending')
    const answer = await this.post(form.getAttribute('action')!, new FormData(form))
    if (!answer || answer.status >= 500 || !showAnswer(answer, form)) this.say('unsent')
  }

  private async keep(form: HTMLFormElement) {
    const { house = '', to = '' } = this.dataset
    if (isTooMuch(form, this.dataset)) return this.note('tooMuch')
    try {
      await put(await sealKept(house, to, new FormData(form)))
    } catch {
      return this.note('notKept')
    }
    this.forget(form)
    void this.count()
    addEventListener('online', () => void this.sendKept())
  }

  /** From here on only the house can read it; the number is shown this once. */
  private forget(form: HTMLFormElement) {
    const number = numberOf(form)
    const place = this.querySelector('[data-number-here]')
    if (place) place.textContent = (number ?? '').replace(/(\d{3})(?=\d)/g, '$1 ')
    this.show('[data-with-number]', !!number)
    this.show('[data-without-number]', !number)
    forgetPages()
    form.remove()
    this.say('')
    this.show('[data-kept]', true)
    this.querySelector<HTMLElement>('[data-kept]')?.focus()
  }

  private async sendKept() {
    if (this.busy) return
    this.say('sending', false)
    let arrived = 0
    let spoilt = 0
    for (const [key, { to, envelope, proof }] of await waiting().catch(none)) {
      const answer = await this.post(to, envelope)
      if (answer?.text === proof) {
        await remove(key).catch(() => {})
        arrived++
      } else if (answer?.status === 422) spoilt++
    }
    const left = await this.count()
    if (spoilt) this.note('spoilt', 'prepend')
    else if (left) this.note('stillWaits', 'prepend')
    else this.say(arrived ? 'arrived' : '')
  }

  private async drop() {
    if (!confirm(this.dataset.sure)) return
    for (const [key] of await waiting().catch(none)) await remove(key).catch(() => {})
    if (!(await this.count())) this.note('dropped', 'prepend')
  }

  private async post(to: string, body: BodyInit) {
    this.busy = new AbortController()
    const { signal } = this.busy
    const sent = fetch(to, { method: 'POST', body, signal })
    const answer = await sent
      .then(async answer => ({ status: answer.status, text: await answer.text() }))
      .catch(() => undefined)
    this.busy = undefined
    return answer
  }

  private async count() {
    const { length } = await waiting().catch(none)
    const words = this.querySelector<HTMLElement>('[data-count]')
    if (words) words.textContent = (words.dataset.count ?? '').replace('{count}', String(length))
    this.show('[data-waits]', length > 0)
    return length
  }

  /** One of the things to be said, and no other. */
  private say(what: string, look = true) {
    for (const part of this.querySelectorAll<HTMLElement>('[data-say]'))
      part.hidden = part.dataset.say !== what
    const said = this.querySelector<HTMLElement>(`[data-say="${what}"]`)
    said?.focus()
    if (look) said?.scrollIntoView({ block: 'center' })
  }

  /** A sentence that the element carries: under the form, or above it where the buttons for what waits are. */
  private note(key: string, where: 'append' | 'prepend' = 'append') {
    const note = this.querySelector<HTMLElement>('[data-say="note"]')
    if (!note) return
    note.querySelector('p')!.textContent = this.dataset[key] ?? ''
    this[where](note)
    this.say('note')
  }

  private when(deed: string, act: () => void) {
    for (const button of this.querySelectorAll(`[data-do="${deed}"]`)) button.addEventListener('click', act)
  }

  private show(part: string, shown: boolean) {
    for (const found of this.querySelectorAll<HTMLElement>(part)) found.hidden = !shown
  }
}

const canKeep = !!self.crypto?.subtle && !!self.indexedDB

const none = (): [IDBValidKey, Kept][] => []

/** What the house would not take, it cannot ask about once it is sealed. */
const isTooMuch = (form: HTMLFormElement, most: DOMStringMap) => {
  let files = 0
  let bytes = 0
  for (const value of new FormData(form).values()) {
    if (typeof value === 'string') {
      if (value.length > Number(most.longest)) return true
    } else if (value.size > Number(most.largestFile)) return true
    else {
      files += value.size ? 1 : 0
      bytes += value.size
    }
  }
  return files > Number(most.mostFiles) || bytes > Number(most.largest)
}

// Last: where the element stands on the page already, it starts at once.
customElements.define('keep-draft', KeepDraft)
