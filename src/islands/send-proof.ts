import { put, remove } from './kept-shelf.ts'
import { photoKind, shrunk } from './look-at-photo.ts'
import { newNumber } from './new-number.ts'
import { dropOthers, ownProofs, proofShelf } from './own-proofs.ts'
import { sealKept } from './seal-kept.ts'
import { sendPieces } from './send-pieces.ts'

const largestPhoto = 20_000_000

/**
 * <send-proof data-house data-to data-officer …> around forms with data-duty: a proof is sealed to the house and laid on this device
 * first, then sent piece by piece as soon as there is a line, once. Without JavaScript the form is sent as any other.
 */
class SendProof extends HTMLElement {
  private ready = false
  private busy = false

  connectedCallback() {
    if (this.ready || !self.crypto?.subtle || !self.indexedDB || !window.fetch) return
    this.ready = true
    for (const form of this.querySelectorAll<HTMLFormElement>('form[data-duty]')) {
      // Before anything else hears of it: a form that is kept here is not sent by the browser.
      form.addEventListener('submit', event => {
        if (!this.keepsHere(form)) return
        event.preventDefault()
        event.stopPropagation()
        void this.take(form)
      })
      for (const part of form.querySelectorAll<HTMLElement>('[data-shrink]')) part.hidden = false
    }
    this.when('send', () => void this.send())
    this.when('drop', () => void this.drop())
    addEventListener('online', () => void this.send())
    void dropOthers(this.dataset.officer).then(() => this.send())
  }

  /** With a line, an address alone goes the short way, and a mistake in it comes back at once. */
  private keepsHere(form: HTMLFormElement) {
    return !navigator.onLine || this.dataset.always === 'yes' || !!photoIn(form)?.name
  }

  private async take(form: HTMLFormElement) {
    const entry = new FormData(form)
    const photo = photoIn(form)
    const wrong = await problemOf(photo, String(entry.get('url') ?? ''))
    if (wrong) return this.say(wrong)
    if (photo && entry.has('shrink')) entry.set('photo', await shrunk(photo))
    const { house = '', to = '', officer = '' } = this.dataset
    entry.set('form', newNumber())
    entry.set('officer', officer)
    entry.set('duty', form.dataset.duty ?? '')
    entry.set('takenAt', new Date().toISOString())
    try {
      await put({ ...(await sealKept(house, to, entry)), owner: officer, upload: newNumber() }, proofShelf)
    } catch {
      return this.say('notKept')
    }
    form.reset()
    this.say('noted')
    void this.send()
  }

  /** One after the other; the house counts each once, so another try does no harm. */
  private async send() {
    await this.count()
    if (this.busy) return
    this.busy = true
    let said = ''
    let arrived = 0
    for (const [key, { to, envelope, proof, upload }] of await this.own()) {
      const outcome = await sendPieces(`${to}/kiriman/${upload}`, envelope, proof, share => this.show(share))
      if (outcome.is === 'arrived') {
        await remove(key, proofShelf).catch(() => {})
        arrived++
      } else said = outcome.is
      if (outcome.is === 'refused') this.explain(outcome.why)
      else if (outcome.is !== 'arrived') break
    }
    this.busy = false
    this.show(undefined)
    const left = await this.count()
    if (left && said) this.say(said)
    else if (left) void this.send()
    else if (arrived) this.end()
  }

  private end() {
    this.say('arrived')
    this.dispatchEvent(new CustomEvent('proofs-arrived', { bubbles: true }))
    // Not reloaded: the page may be the answer to a form, which would be sent once more.
    if (this.dataset.after) location.replace(this.dataset.after)
  }

  private async drop() {
    if (!confirm(this.dataset.sure)) return
    for (const [key] of await this.own()) await remove(key, proofShelf).catch(() => {})
    await this.count()
    this.say('')
  }

  private own() {
    return ownProofs(this.dataset.officer)
  }

  private async count() {
    const { length } = await this.own()
    const words = this.querySelector<HTMLElement>('[data-count]')
    if (words) words.textContent = (words.dataset.count ?? '').replace('{count}', String(length))
    for (const part of this.querySelectorAll<HTMLElement>('[data-waits]')) part.hidden = length === 0
    return length
  }

  private show(share: number | undefined) {
    const bar = this.querySelector('progress')
    if (!bar) return
    bar.hidden = share === undefined
    bar.value = share ?? 0
  }

  private explain(why: string) {
    const words = this.querySelector('[data-why]')
    if (words) words.textContent = why
  }

  private say(what: string) {
    for (const part of this.querySelectorAll<HTMLElement>('[data-say]'))
      part.hidden = part.dataset.say !== what
    this.querySelector<HTMLElement>(`[data-say="${what}"]`)?.scrollIntoView({ block: 'nearest' })
  }

  private when(deed: string, act: () => void) {
    this.querySelector(`[data-do="${deed}"]`)?.addEventListener('click', act)
  }
}

const photoIn = (form: HTMLFormElement) =>
  form.querySelector<HTMLInputElement>('input[type="file"]')?.files?.[0]

/** What the house would not take is said while the officer can still choose another. */
const problemOf = async (photo: File | undefined, url: string) => {
  if (!photo?.name)
    return /^https?:\/\/[^/\s]+\.[^/\s]+/.test(url.trim()) ? '' : url.trim() ? 'badAddress' : 'nothing'
  if (photo.size === 0) return 'empty'
  if (photo.size > largestPhoto) return 'tooLarge'
  const kind = await photoKind(photo)
  return kind === 'photo' ? '' : kind
}

customElements.define('send-proof', SendProof)
