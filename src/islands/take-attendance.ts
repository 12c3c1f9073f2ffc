import { forgetDoor, isAtDoor, keepAtDoor } from './door-page.ts'
import { attendanceShelf, type Kept, put, remove, waiting } from './kept-shelf.ts'
import { newNumber } from './new-number.ts'
import { sealKept } from './seal-kept.ts'

const shelf = attendanceShelf

/**
 * <take-attendance data-house data-to data-officer …><form/>: each entry is sealed to the house and laid on this device first, then sent
 * as soon as there is a line. What is shown of it is a number. See src/coordination/outreach/door-page.tsx.
 */
class TakeAttendance extends HTMLElement {
  private ready = false
  private busy = false

  connectedCallback() {
    const form = this.querySelector('form')
    if (this.ready || !form || !self.crypto?.subtle || !self.indexedDB || !window.fetch) return
    this.ready = true
    form.addEventListener('submit', event => {
      event.preventDefault()
      void this.take(form)
    })
    this.when('send', () => void this.send())
    this.when('prepare', () => void this.prepare())
    this.when('forget', () => void this.forget())
    addEventListener('online', () => void this.send())
    void this.showDoor()
    void this.send()
  }

  private async take(form: HTMLFormElement) {
    const name = form.querySelector<HTMLInputElement>('#name')!
    const { house = '', to = '', officer = '' } = this.dataset
    if (!name.value.trim()) {
      this.say('nameless')
      return name.focus()
    }
    const entry = new FormData(form)
    entry.set('form', newNumber())
    entry.set('officer', officer)
    entry.set('takenAt', new Date().toISOString())
    try {
      await put({ ...(await sealKept(house, to, entry)), owner: officer }, shelf)
    } catch {
      return this.say('notKept')
    }
    form.reset()
    name.focus()
    this.say('noted')
    void this.send()
  }

  /** One after the other; the house counts each once, so another try does no harm. */
  private async send() {
    await this.count()
    if (this.busy) return
    this.busy = true
    let refused: string | undefined
    for (const [key, kept] of await this.own()) {
      const answer = await post(kept)
      const done = answer === 'arrived' && (await remove(key, shelf).then(yes, no))
      if (!done) refused = answer === 'arrived' ? 'noLine' : answer
      if (answer === 'signedOut' || answer === 'noLine') break
    }
    this.busy = false
    const left = await this.count()
    if (refused && left) this.say(refused)
    else if (left) void this.send()
    else if (this.said === 'signedOut' || this.said === 'noLine') this.say('noted')
  }

  private async own() {
    const all = await waiting(shelf).catch((): [IDBValidKey, Kept][] => [])
    return all.filter(([, { owner }]) => owner === this.dataset.officer)
  }

  private async count() {
    const { length } = await this.own()
    const words = this.querySelector<HTMLElement>('[data-count]')
    if (words) words.textContent = (words.dataset.count ?? '').replace('{count}', String(length))
    this.show('[data-waits]', length > 0)
    return length
  }

  private async prepare() {
    await keepAtDoor().catch(() => this.say('notPrepared'))
    await this.showDoor()
  }

  private async forget() {
    await forgetDoor().catch(() => {})
    await this.showDoor()
  }

  private async showDoor() {
    const kept = await isAtDoor().catch(() => false)
    this.show('[data-unprepared]', !kept)
    this.show('[data-prepared]', kept)
  }

  private said = ''

  private say(what: string) {
    this.said = what
    for (const part of this.querySelectorAll<HTMLElement>('[data-say]'))
      part.hidden = part.dataset.say !== what
  }

  private when(deed: string, act: () => void) {
    this.querySelector(`[data-do="${deed}"]`)?.addEventListener('click', act)
  }

  private show(part: string, shown: boolean) {
    for (const found of this.querySelectorAll<HTMLElement>(part)) found.hidden = !shown
  }
}

const yes = () => true
const no = () => false

/** What became of it, or why it still waits. */
const post = async ({ to, envelope, proof }: Kept) => {
  // A sign-in that has run out leads to another page: it is not followed, and nothing counts as sent.
  const answer = await fetch(to, { method: 'POST', body: envelope, redirect: 'manual' }).catch(
    () => undefined,
  )
  if (!answer || answer.status >= 500) return 'noLine'
  if (answer.type === 'opaqueredirect') return 'signedOut'
  const text = await answer.text().catch(() => '')
  if (text === proof) return 'arrived'
  if (answer.status === 422) return 'spoilt'
  return answer.ok ? 'noLine' : 'notYours'
}

customElements.define('take-attendance', TakeAttendance)
