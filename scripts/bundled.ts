import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Runs a bench that needs the pages' language (TSX), which node alone does not read: bench/NAME.ts, as its export NAME in camel case. */
export const bundled = async (name: string): Promise<Record<string, number | boolean>> => {
  const outfile = `dist/bench/${name}.js`
  await build({
    entryPoints: [`bench/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
  return (await import(pathToFileURL(outfile).href))[
    name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
  ]()
}
