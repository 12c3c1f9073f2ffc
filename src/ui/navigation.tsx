interface Tab {
  href: string
  label: string
  current?: boolean
  count?: number
}

/** Several views of one thing, each with its own address. */
export const Tabs = ({ label, tabs }: { label: string; tabs: Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map(({ href, label, current, count }) => (
      <a href={href} aria-current={current ? 'page' : undefined}>
        {label}
        {count !== undefined && <span class="n num">{count}</span>}
      </a>
    ))}
  </nav>
)

interface Turn {
  href: string
  label: string
}

interface PaginationProps {
  label: string
  /** Where the reader is, such as "21–40 of 131". */
  text: string
  previous?: Turn | undefined
  next?: Turn | undefined
}

export const Pagination = ({ label, text, previous, next }: PaginationProps) => (
  <nav class="pages" aria-label={label}>
    {previous && (
      <a class="btn plain" rel="prev" href={previous.href}>
        {previous.label}
      </a>
    )}
    <span class="small quiet num">{text}</span>
    {next && (
      <a class="btn plain" rel="next" href={next.href}>
        {next.label}
      </a>
    )}
  </nav>
)
