/** What a state means for the reader; `css/status.css` gives each its own shape and colour. */
export type Tone = 'good' | 'warn' | 'danger' | 'info' | 'neutral'
