/** The text of a file, whatever program wrote it: UTF-8, UTF-16 with or without its mark, or Windows-1252. Nothing when it is no text. */
export const decode = (bytes: Uint8Array): string | undefined => {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  return control.test(text) ? undefined : text
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a picture or a program from text
const control = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 1].map(side => shareOfZeros(bytes, side))
  if (zeros[1]! > mostlyLatin) return 'utf-16le'
  if (zeros[0]! > mostlyLatin) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Latin text in UTF-16 has a zero beside nearly every letter. */
const mostlyLatin = 0.8

const shareOfZeros = (bytes: Uint8Array, side: number) => {
  const looked = Math.min(bytes.length, 4096)
  let zeros = 0
  for (let at = side; at < looked; at += 2) if (bytes[at] === 0) zeros++
  return zeros / (looked / 2)
}

const isUtf8 = (bytes: Uint8Array) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
