/**
 * A form's own number, and the one that opens its answer. Both are asked for, and held in memory only: the page itself lies in the
 * browser's cache, where the next person could find them.
 */
let given: { form: string; number: string } | undefined
let isSent = false

/** @param path answers with a fresh pair; without a line the page's own number stays, and there is no other */
export const giveNumber = async (form: HTMLFormElement, path: string | undefined) => {
  const field = fieldOf(form)
  if (!field || field.value === given?.form) return
  // Sent before, left, and come back to: still the same form, in case it did arrive.
  if (history.state?.form) field.value = history.state.form
  else if (path) {
    const answer = await fetch(path, { cache: 'no-store' }).catch(() => undefined)
    const [fresh, number] = answer?.ok ? (await answer.text()).split(' ', 2) : []
    if (!fresh || !number || isSent) return
    given = { form: fresh, number }
    field.value = fresh
  }
}

export const numberOf = (form: HTMLFormElement) =>
  given && given.form === fieldOf(form)?.value ? given.number : undefined

/** From now on it may have arrived, whatever the line says. */
export const rememberSent = (form: HTMLFormElement) => {
  isSent = true
  history.replaceState({ ...history.state, form: fieldOf(form)?.value }, '')
}

const fieldOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[name="form"]')
