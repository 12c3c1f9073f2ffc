import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FormActions } from './form-layout.tsx'
import type { FormState } from './form-state.ts'
import { FileInput } from './inputs.tsx'

interface Props {
  form: FormState
  /** Makes this upload count once, however often it is sent. */
  formId: string
  action: string
  /** Said when the file could not be taken. */
  summary: string
  label: string
  hint: string
  accept: string
  /** The deed, on its button. */
  deed: string
  back: { href: string; label: string }
  /** What the file must have, before it is chosen. */
  children: ComponentChildren
}

/** One file, sent to be read in: what it must have, its field, and the way back. */
export const UploadForm = ({ form, formId, action, summary, deed, back, children, ...file }: Props) => (
  <form method="post" action={action} enctype="multipart/form-data" class="stack loose" novalidate data-once>
    <ErrorSummary form={form} title={summary} />
    <input type="hidden" name="form" value={formId} />
    {children}
    <FileInput form={form} name="file" {...file} />
    <FormActions>
      <Button>{deed}</Button>
      <a href={back.href}>{back.label}</a>
    </FormActions>
  </form>
)
