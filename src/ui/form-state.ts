/** What a form shows: the values as typed, and at most one message a field, already in the reader's language. */
export interface FormState {
  values: Record<string, string | string[]>
  errors: Record<string, string>
}
