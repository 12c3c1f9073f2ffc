/** The quick exit takes the place of this page in the history: going back does not lead here. */
document.addEventListener('click', event => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.leave')
  if (!link) return
  event.preventDefault()
  location.replace(link.href)
})
