import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { root } from './root.ts'

export type AssetName =
  | 'public.css'
  | 'console.css'
  | 'public.ts'
  | 'public-form.ts'
  | 'attendance.ts'
  | 'duty-kit.ts'
  | 'console.ts'
  | 'service-worker.ts'
  | 'icon-192.png'
  | 'icon-512.png'

export interface Asset {
  type: string
  bytes: Uint8Array<ArrayBuffer>
  brotli: Uint8Array<ArrayBuffer> | undefined
}

/** Styles, islands and fonts, read once; their addresses carry their content, so a browser keeps them for good. */
export interface Assets {
  url(name: AssetName): string
  find(file: string): Asset | undefined
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** @throws when the build has not run: `npm run build` makes the folder. */
export const loadAssets = (folder = join(root, 'dist/assets')): Assets => {
  const manifest: Record<string, string> = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const read = (file: string) => new Uint8Array(readFileSync(join(folder, file)))
  const files = new Set(readdirSync(folder))
  const loaded = new Map(
    Object.values(manifest).map(file => [
      file,
      {
        type: types[extname(file)] ?? 'application/octet-stream',
        bytes: read(file),
        brotli: files.has(`${file}.br`) ? read(`${file}.br`) : undefined,
      },
    ]),
  )
  return {
    url: name => `/assets/${manifest[name]}`,
    find: file => loaded.get(file),
  }
}
