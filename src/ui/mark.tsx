/** Two circles that meet: the mark of the house. */
export const Mark = ({ href, onDark }: { href: string; onDark?: boolean }) => (
  <a class="mark" href={href}>
    <svg width="30" height="22" viewBox="0 0 30 22" aria-hidden="true">
      <circle cx="11" cy="11" r="10" fill={onDark ? '#5fb3b0' : '#0a5a62'} />
      <circle cx="19" cy="11" r="10" fill="#f0a35e" />
      <path d="M15 1.9a10 10 0 0 1 0 18.2 10 10 0 0 1 0-18.2Z" fill={onDark ? '#06434a' : '#fff'} />
    </svg>
    Sinergi
  </a>
)
