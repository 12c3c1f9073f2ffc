/** The pages for everybody that stand at a fixed address. Those of rooms that are not there yet are left out by `present`. */
const all = [
  '/',
  '/cek',
  '/cek/tanya',
  '/jalur',
  '/jalur/daftar',
  '/jalur/cek',
  '/lapor',
  '/bantuan',
  '/aman',
  '/kantor-terdekat',
  '/purna/daftar',
]

/**
 * Kept on the device after the first visit: nothing here tells what somebody did, and none of them sets a cookie. A form that counts
 * once is never kept: two people with one copy would be taken for one.
 */
const kept = all.filter(path => path !== '/lapor' && path !== '/purna/daftar')

const own = ['/', '/bantuan', '/aman', '/kantor-terdekat', '/cari', '/luring']

/** What this house answers, told by the table of contents. */
export interface Known {
  /** Paths with GET that are open to everybody. */
  open: string[]
  /** Paths that are not. */
  closed: string[]
}

export const presentPaths = ({ open }: Known) => all.filter(path => own.includes(path) || open.includes(path))

export const keptPaths = (known: Known) => presentPaths(known).filter(path => kept.includes(path))

/** The first part of every path that asks for an account: no machine need look there. */
export const closedRoots = ({ closed }: Known) =>
  [...new Set([...closed.map(path => `/${path.split('/')[1]}`), '/undangan', '/bahasa'])].sort()
