import type { ComponentChildren } from 'preact'

interface PanelProps {
  title?: string
  actions?: ComponentChildren
  children: ComponentChildren
}

/** One idea with a line around it. */
export const Panel = ({ title, actions, children }: PanelProps) => (
  <section class="panel stack">
    {title && (
      <div class="row apart">
        <h2>{title}</h2>
        {actions}
      </div>
    )}
    {children}
  </section>
)

interface EmptyProps {
  title: string
  text: string
  children?: ComponentChildren
}

/** Nothing here, why, and what can be done about it. */
export const EmptyState = ({ title, text, children }: EmptyProps) => (
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

/** A figure with what it counts and, where it stands alone, as of when. */
export const Stat = ({ figure, label, asOf }: { figure: string; label: string; asOf?: string }) => (
  <div class="stat">
    <b>{figure}</b>
    <span class="small quiet">{label}</span>
    {asOf && <span class="small quiet num">{asOf}</span>}
  </div>
)
