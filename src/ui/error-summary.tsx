import type { FormState } from './form-state.ts'

/** What went wrong, at the top of the form, each with a way to its field. Nothing when nothing did. */
export const ErrorSummary = ({ form, title }: { form: FormState; title: string }) =>
  Object.keys(form.errors).length === 0 ? null : (
    <div class="summary" role="alert" tabindex={-1} id="summary">
      <h2>{title}</h2>
      <ul>
        {Object.entries(form.errors).map(([name, message]) => (
          <li>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
