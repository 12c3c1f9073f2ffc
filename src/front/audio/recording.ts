import languages from '../../../db/content/languages.json' with { type: 'json' }

export { languages as spokenLanguages }

export const languageName = (code: string) => languages.find(one => one.code === code)?.name ?? code

/** The pages that can be read aloud. */
export const readablePages = [
  { path: '/', title: 'public.start-title' },
  { path: '/bantuan', title: 'help.title' },
  { path: '/aman', title: 'safe.title' },
  { path: '/kantor-terdekat', title: 'finder.title' },
] as const

/** Bytes: about six minutes of speech at 64 kbit/s. */
export const largestRecording = 3_000_000

/** By what the content is: the name of a file says nothing. */
export const recordingTypes: Record<string, string> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
}

export interface Recording {
  id: number
  path: string
  language: string
  type: string
  bytes: number
}
