import type { ComponentChildren } from 'preact'

export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'whatsapp'

interface Looks {
  kind?: ButtonKind
  /** As wide as what it stands in. */
  wide?: boolean
  children: ComponentChildren
}

const classes: Record<ButtonKind, string> = {
  primary: 'btn',
  quiet: 'btn plain',
  danger: 'btn bad',
  whatsapp: 'btn wa',
}
const classOf = (kind: ButtonKind = 'primary', wide = false) => classes[kind] + (wide ? ' wide' : '')

/** A deed, worded as what happens. */
export const Button = ({ kind, wide, children, ...rest }: Looks & { name?: string; value?: string }) => (
  <button class={classOf(kind, wide)} {...rest}>
    {children}
  </button>
)

/** A way to another page or a file that looks like a deed. */
export const ButtonLink = ({
  kind,
  wide,
  children,
  ...rest
}: Looks & { href: string; download?: boolean }) => (
  <a class={classOf(kind, wide)} {...rest}>
    {children}
  </a>
)

interface DeedProps {
  action: string
  label: string
  kind?: string
  fields?: Record<string, string | number>
}

/** A form that is one button: a deed with POST, sent once. */
export const Deed = ({ action, label, kind, fields = {} }: DeedProps) => (
  <form method="post" action={action} data-once>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class={kind ? `btn ${kind}` : 'btn'}>{label}</button>
  </form>
)
