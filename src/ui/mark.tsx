/** Two circles that meet: the mark of the house. Its colours follow the scheme and the ground it stands on. */
export const Mark = ({ href, onDark }: { href: string; onDark?: boolean }) => (
  <a class={onDark ? 'mark on-dark' : 'mark'} href={href}>
    <svg width="32" height="22" viewBox="0 0 32 22" aria-hidden="true">
      <circle class="sea" fill="#0a5a62" cx="11" cy="11" r="10" />
      <circle class="sun" fill="#f0a35e" cx="21" cy="11" r="10" />
      <path class="meet" fill="#fff" d="M16 2.34a10 10 0 0 1 0 17.32 10 10 0 0 1 0-17.32Z" />
    </svg>
    Sinergi
  </a>
)
