import { Font, PDFDocument } from 'mupdf'

/** A letter of two pages whose properties tell of its maker, and which would run a program at its opening. */
export const samplePdf = (maker: string): Uint8Array => {
  const letter = new PDFDocument()
  const font = letter.addSimpleFont(new Font('Helvetica'))
  for (const said of ['Isi surat', 'Halaman kedua']) {
    const words = `BT /F1 24 Tf 72 700 Td (${said}) Tj ET`
    letter.insertPage(-1, letter.addPage([0, 0, 595, 842], 0, { Font: { F1: font } }, words))
  }
  letter.setMetaData('info:Author', maker)
  letter.setMetaData('info:Title', '-0.8917 119.8707')
  letter
    .getTrailer()
    .get('Root')
    .put('OpenAction', letter.addObject({ S: 'JavaScript', JS: `app.alert("${maker}")` }))
  return letter.saveToBuffer('').asUint8Array().slice()
}
