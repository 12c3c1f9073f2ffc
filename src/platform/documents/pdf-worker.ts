/** Draws one PDF anew in a thread of its own: a large or hostile one costs that thread, not the people of the house. */
import { parentPort, workerData } from 'node:worker_threads'
import { ColorSpace, Document, Image, Matrix, type Page, PDFDocument } from 'mupdf'
import type { Redrawn } from './redrawn-pdf.ts'

const dotsPerInch = 150
const longestSide = 2400
const mostPages = 60

const redraw = (bytes: Uint8Array): Redrawn => {
  const given = Document.openDocument(bytes, 'application/pdf')
  if (given.needsPassword()) return { ok: false, reason: 'locked' }
  const pages = given.countPages()
  if (pages > mostPages) return { ok: false, reason: 'too-large' }
  const drawn = new PDFDocument()
  for (let number = 0; number < pages; number++) addPicture(drawn, given.loadPage(number))
  return { ok: true, bytes: drawn.saveToBuffer('compress').asUint8Array().slice() }
}

/** A page becomes what it looks like, and nothing else: no names, no history, no program, no file within. */
const addPicture = (drawn: PDFDocument, page: Page) => {
  const [left, top, right, bottom] = page.getBounds()
  const [width, height] = [right - left, bottom - top]
  const scale = Math.min(dotsPerInch / 72, longestSide / Math.max(width, height))
  const pixels = page.toPixmap(Matrix.scale(scale, scale), ColorSpace.DeviceRGB, false, true)
  const picture = drawn.addImage(new Image(pixels.asJPEG(80, false)))
  const placed = `q ${width} 0 0 ${height} 0 0 cm /Page Do Q`
  drawn.insertPage(-1, drawn.addPage([0, 0, width, height], 0, { XObject: { Page: picture } }, placed))
  pixels.destroy()
}

const safely = (): Redrawn => {
  try {
    return redraw(workerData as Uint8Array)
  } catch {
    return { ok: false, reason: 'broken' }
  }
}

parentPort!.postMessage(safely())
