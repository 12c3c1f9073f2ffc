import type { ComponentChildren } from 'preact'

export type Tone = 'good' | 'warn' | 'danger' | 'info' | 'neutral'

/** A state: a word, a shape and a colour, in that order of importance. */
export const Chip = ({ tone, children }: { tone: Tone; children: ComponentChildren }) => (
  <span class={`chip ${tone}`}>{children}</span>
)

export const Notice = ({
  tone,
  title,
  children,
}: {
  tone: Tone
  title?: string | undefined
  children?: ComponentChildren
}) => (
  <div class={`notice ${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
    {title && <strong>{title}</strong>}
    {children}
  </div>
)

export const Panel = ({ title, children }: { title?: string; children: ComponentChildren }) => (
  <section class="panel stack">
    {title && <h2>{title}</h2>}
    {children}
  </section>
)

export const EmptyState = ({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children?: ComponentChildren
}) => (
  <div class="empty">
    <h2>{title}</h2>
    <p class="quiet">{text}</p>
    {children}
  </div>
)

export const Facts = ({ items }: { items: [label: string, value: ComponentChildren][] }) => (
  <dl class="facts">
    {items.map(([label, value]) => (
      <>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
)

export interface Step {
  title: string
  detail?: ComponentChildren
  state: 'done' | 'now' | 'next'
}

/** A way with stations, such as the ladder of a duty or what happened to it. */
export const Steps = ({ items }: { items: Step[] }) => (
  <ol class="steps">
    {items.map(({ title, detail, state }) => (
      <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
        <b>{title}</b> <span class="small quiet">{detail}</span>
      </li>
    ))}
  </ol>
)

export const Stat = ({ figure, label }: { figure: string; label: string }) => (
  <div class="stat">
    <b>{figure}</b>
    <span class="small quiet">{label}</span>
  </div>
)

export const Progress = ({ done, total, label }: { done: number; total: number; label: string }) => (
  <div class="stack tight">
    <progress value={done} max={Math.max(total, 1)} aria-label={label} />
    <p class="small quiet num">{label}</p>
  </div>
)

/** A form that is one button: a deed with POST, sent once. */
export const Deed = ({
  action,
  label,
  kind,
  fields = {},
}: {
  action: string
  label: string
  kind?: string
  fields?: Record<string, string | number>
}) => (
  <form method="post" action={action} data-once>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class={`btn ${kind ?? ''}`}>{label}</button>
  </form>
)
