import { waiting } from './kept-shelf.ts'
import { leaveNothing, proofShelf } from './own-proofs.ts'

/** Signing out takes everything of duties off this device; what is not sent yet is asked about first. */
document.addEventListener(
  'submit',
  event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.getAttribute('action') !== '/keluar') return
    event.preventDefault()
    event.stopPropagation()
    void leave(form)
  },
  true,
)

const leave = async (form: HTMLFormElement) => {
  const unsent = await waiting(proofShelf).catch(() => [])
  if (unsent.length > 0 && !confirm(form.dataset.unsent?.replace('{count}', String(unsent.length)))) return
  await leaveNothing()
  form.submit()
}
