import type { ComponentChildren } from 'preact'
import type { Tone } from './tone.ts'

/** A state: a word, a shape and a colour, in that order of importance. */
export const Chip = ({ tone, children }: { tone: Tone; children: ComponentChildren }) => (
  <span class={`chip ${tone}`}>{children}</span>
)

interface NoticeProps {
  tone: Tone
  title?: string | undefined
  children?: ComponentChildren
}

/** What just happened, or what to know before going on. */
export const Notice = ({ tone, title, children }: NoticeProps) => (
  <div class={`notice ${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
    {title && <strong>{title}</strong>}
    {children}
  </div>
)

/** What the signs of a matrix or a map mean. */
export const Legend = ({
  label,
  items,
}: {
  label: string
  items: { tone: Tone; sign?: string; word: string }[]
}) => (
  <ul class="legend" aria-label={label}>
    {items.map(({ tone, sign, word }) => (
      <li class={sign ? `cell ${tone}` : `chip ${tone}`}>
        {sign && <Sign>{sign}</Sign>}
        {word}
      </li>
    ))}
  </ul>
)

/** The selector keeps phones from drawing the sign as a coloured emoji. */
export const Sign = ({ children }: { children: string }) => (
  <span class="sign" aria-hidden="true">
    {`${children}\u{FE0E}`}
  </span>
)

export const Progress = ({ done, total, label }: { done: number; total: number; label: string }) => (
  <div class="stack tight">
    <progress value={done} max={Math.max(total, 1)} aria-label={label} />
    <p class="small quiet num">{label}</p>
  </div>
)
