import type { ComponentChildren } from 'preact'

/** Questions that belong together, under a heading of their own. */
export const Fieldset = ({ legend, children }: { legend: string; children: ComponentChildren }) => (
  <fieldset class="group">
    <legend>
      <h2>{legend}</h2>
    </legend>
    <div class="stack loose">{children}</div>
  </fieldset>
)

/** The end of a form: the one deed first, ways out after it. */
export const FormActions = ({ children }: { children: ComponentChildren }) => (
  <div class="actions form-end">{children}</div>
)
