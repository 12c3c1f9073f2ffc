import type { ComponentChildren } from 'preact'

export interface Step {
  title: string
  detail?: ComponentChildren
  state: 'done' | 'now' | 'next'
}

/** A way with stations: the ladder of a task, or what happened and when. */
export const Steps = ({ items }: { items: Step[] }) => (
  <ol class="steps">
    {items.map(({ title, detail, state }) => (
      <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
        <b>{title}</b> {detail && <span class="small quiet num">{detail}</span>}
      </li>
    ))}
  </ol>
)
