import type { ComponentChildren } from 'preact'

interface DoorProps {
  href: string
  title: string
  text: string
  icon?: ComponentChildren
  /** The one most people came for. */
  first?: boolean
}

/** A large way in, for a thumb on a small screen. */
export const Door = ({ href, title, text, icon, first }: DoorProps) => (
  <a class={['door', icon && 'with-icon', first && 'first'].filter(Boolean).join(' ')} href={href}>
    {icon && <span class="icon">{icon}</span>}
    <div>
      <b>{title}</b> <span>{text}</span>
    </div>
    <span aria-hidden="true">›</span>
  </a>
)

export const Doors = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <nav class="doors" aria-label={label}>
    {children}
  </nav>
)
