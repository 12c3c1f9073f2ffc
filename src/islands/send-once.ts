/** A form sent is a form sent: its buttons rest until the page comes back. Without JavaScript the server counts it once anyway. */
document.addEventListener('submit', event => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
  // A look in another tab leaves the form to be sent.
  if (event.submitter?.hasAttribute('formtarget')) return
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = 'yes'
  // Not `disabled`: a disabled button's own name and value would be left out of what is sent.
  for (const button of buttonsOf(form)) button.setAttribute('aria-disabled', 'true')
})

addEventListener('pageshow', () => {
  for (const form of document.forms) {
    delete form.dataset.sent
    for (const button of buttonsOf(form)) button.removeAttribute('aria-disabled')
  }
})

const buttonsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(element => element instanceof HTMLButtonElement)
