/** The pages of this form, by their turn: the back button leads to what was typed, as it would without scripts. */
let pages: HTMLElement[] = []
let turn = 0
let isSecret = false

/**
 * Puts the house's answer in the place of the page. A form that came back is a turn of its own, with the files still chosen; a form
 * that was taken is forgotten, and no way back leads to it.
 * @returns false when it is no answer of this house: a hotel's own page, half a page
 */
export const showAnswer = ({ status, text }: { status: number; text: string }, form: HTMLFormElement) => {
  const next = new DOMParser().parseFromString(text, 'text/html').querySelector('main')
  const now = document.querySelector('main')
  if (!next || !now || !text.includes('</html>')) return false
  keepFiles(form, next)
  const path = form.getAttribute('action')!
  if (status === 200) forgetPages()
  else {
    pages[turn] = now
    history.replaceState({ turn }, '')
    history.pushState({ turn: ++turn }, '', path)
  }
  pages[turn] = next
  put(next, now)
  return true
}

/** What was typed is gone from here; and when this page is left, so is what it showed. */
export const forgetPages = () => {
  pages = []
  isSecret = true
  history.replaceState({ turn }, '')
  // A pull at the top would load the page anew, and a number shown once would be gone.
  document.documentElement.style.overscrollBehaviorY = 'contain'
}

const put = (next: HTMLElement, now: HTMLElement) => {
  now.replaceWith(next)
  const first = next.querySelector<HTMLElement>('#summary, h1')
  first?.setAttribute('tabindex', '-1')
  scrollTo(0, 0)
  first?.focus()
}

const keepFiles = (form: HTMLFormElement, next: HTMLElement) => {
  for (const chosen of form.querySelectorAll<HTMLInputElement>('input[type="file"]')) {
    const same = next.querySelector<HTMLInputElement>(`input[type="file"][name="${chosen.name}"]`)
    if (same && chosen.files) same.files = chosen.files
  }
}

addEventListener('popstate', ({ state }) => {
  // A way to a field of this page is no other page.
  if (location.hash) return
  turn = state?.turn ?? 0
  const now = document.querySelector('main')
  const wanted = pages[turn]
  if (isSecret || !wanted) location.reload()
  else if (now && now !== wanted) put(wanted, now)
})

addEventListener('pagehide', () => {
  if (isSecret) document.querySelector('main')?.replaceChildren()
})
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && isSecret) location.reload()
})
