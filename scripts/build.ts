/** Bundles the program into dist/main.js, and styles and islands into dist/assets under names that carry their content. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

const out = 'dist/assets'
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const [assets] = await Promise.all([
  build({
    entryPoints: [
      'src/ui/css/public.css',
      'src/ui/css/console.css',
      'src/islands/public.ts',
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
    entryPoints: ['src/main.ts', 'src/offers/register/sheet/xlsx-worker.ts'],
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
  Object.entries(assets.metafile.outputs).map(([file, { entryPoint }]) => [
    entryPoint ? basename(entryPoint) : basename(file),
    basename(file),
  ]),
)
for (const file of Object.values(manifest)) {
  if (!file.endsWith('.woff2'))
    writeFileSync(join(out, `${file}.br`), brotliCompressSync(readFileSync(join(out, file))))
}
writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest))
