import { attendanceShelf, clearShelf } from './kept-shelf.ts'

/** The quick exit takes the place of this page in the history: going back does not lead here. Nothing waits on the device then. */
document.addEventListener('click', event => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.leave')
  if (!link) return
  event.preventDefault()
  clearShelf()
  clearShelf(attendanceShelf)
  location.replace(link.href)
})
