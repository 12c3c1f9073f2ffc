/** Bundles the program into dist/main.js, and styles and islands into dist/assets under names that carry their content. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import sharp from 'sharp'
import { oldBrowsers } from './old-browsers.ts'

const out = 'dist/assets'
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const [assets, styles, worker] = await Promise.all([
  build({
    entryPoints: [
      'src/ui/css/console.css',
      'src/islands/public.ts',
      'src/islands/public-form.ts',
      'src/islands/attendance.ts',
      'src/islands/console.ts',
    ],
    outdir: out,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    loader: { '.woff2': 'file' },
    metafile: true,
    logLevel: 'warning',
  }),
  build({
    entryPoints: ['src/ui/css/public.css'],
    outdir: out,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    target: 'chrome36',
    plugins: [oldBrowsers('src/ui/css/tokens.css')],
    metafile: true,
    logLevel: 'warning',
  }),
  build({
    entryPoints: ['src/islands/service-worker.ts'],
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2017',
    metafile: true,
    logLevel: 'warning',
  }),
  build({
    entryPoints: [
      'src/main.ts',
      'src/offers/register/sheet/xlsx-worker.ts',
      'src/platform/documents/pdf-worker.ts',
    ],
    outdir: 'dist',
    outbase: 'src',
    bundle: true,
    platform: 'node',
    packages: 'external',
    format: 'esm',
    target: 'node26',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  }),
])

const manifest = Object.fromEntries(
  Object.entries({
    ...assets.metafile.outputs,
    ...styles.metafile.outputs,
    ...worker.metafile.outputs,
  }).map(([file, { entryPoint }]) => [entryPoint ? basename(entryPoint) : basename(file), basename(file)]),
)
for (const file of Object.values(manifest)) {
  if (!file.endsWith('.woff2'))
    writeFileSync(join(out, `${file}.br`), brotliCompressSync(readFileSync(join(out, file))))
}
for (const side of [192, 512]) {
  const file = `icon-${side}.png`
  // 160 % of the mark's own square: a phone may cut the icon to a circle.
  const drawn = await sharp('src/ui/mark.svg', { density: (72 * side) / 64 })
    .resize(side, side)
    .png({ palette: true })
    .toBuffer()
  writeFileSync(join(out, file), drawn)
  manifest[file] = file
}
writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest))
