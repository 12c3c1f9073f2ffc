const shapes = {
  check: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm9 16-4-4M8.5 11l2 2 3.5-4',
  report: 'M21 12a8.5 8.5 0 0 1-12.6 7.4L3 21l1.6-5.4A8.5 8.5 0 1 1 21 12Zm-9-4v4.5m0 3.1v.1',
  route:
    'M8.5 19H16a3.5 3.5 0 0 0 0-7H8a3.5 3.5 0 0 1 0-7h7.5M6 21.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm12-14a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  menu: 'M4 7h16M4 12h16M4 17h16',
}

export type IconName = keyof typeof shapes

/** A line drawing beside words, never instead of them. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class="line"
    width="24"
    height="24"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    aria-hidden="true"
  >
    <path d={shapes[name]} />
  </svg>
)
