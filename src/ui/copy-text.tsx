interface CopyTextProps {
  id: string
  label: string
  text: string
  copy: string
  copied: string
  rows?: number
}

/** Words to take along: copied with one tap where scripts run, selected by hand where not. */
export const CopyText = ({ id, label, text, copy, copied, rows = 4 }: CopyTextProps) => (
  <copy-text class="field stack tight" data-done={copied}>
    <label for={id}>{label}</label>
    <textarea id={id} rows={rows} readonly>
      {text}
    </textarea>
    <button class="btn plain wide" type="button" hidden>
      {copy}
    </button>
  </copy-text>
)
