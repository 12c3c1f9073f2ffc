/** What the beginning of a file says it is; the house looks closer. */
export const photoKind = async (file: Blob): Promise<'photo' | 'heic' | 'other'> => {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, 16).arrayBuffer()))
  if (head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG') || /^RIFF....WEBP/s.test(head))
    return 'photo'
  return /^....ftyp(?:hei|hev|mif|msf)/s.test(head) ? 'heic' : 'other'
}

const longestSide = 2400

/** The photo small enough for a weak line, as a JPEG; as it was where this browser cannot draw it. */
export const shrunk = async (photo: File): Promise<File> => {
  try {
    const drawn = await createImageBitmap(photo)
    const scale = Math.min(longestSide / Math.max(drawn.width, drawn.height), 1)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(drawn.width * scale)
    canvas.height = Math.round(drawn.height * scale)
    canvas.getContext('2d')!.drawImage(drawn, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return blob && blob.size < photo.size ? new File([blob], 'foto.jpg', { type: 'image/jpeg' }) : photo
  } catch {
    return photo
  }
}
