/** Runs one bench: node scripts/bench.ts NAME [--json FILE]. It measures and reports; it fails on a wrong count, never on timing. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { offerCheck } from '../bench/offer-check.ts'
import { offers } from '../bench/offers.ts'
import { publicSite } from '../bench/public-site.ts'
import { redirects } from '../bench/redirects.ts'
import { reports } from '../bench/reports.ts'
import { spoiltFiles } from '../bench/spoilt-files.ts'
import { bundled } from './bundled.ts'

const benches: Record<string, () => Promise<Record<string, number | boolean>>> = {
  variants: () => bundled('variants'),
  'kit-of-the-country': () => bundled('kit-of-the-country'),
  duplicates: () => bundled('duplicates'),
  custody: () => bundled('custody'),
  dashboard: () => bundled('dashboard'),
  insight: () => bundled('insight'),
  'full-house': () => bundled('full-house'),
  'offer-check': offerCheck,
  offers,
  redirects,
  reports,
  'spoilt-files': spoiltFiles,
  synchronise: () => bundled('synchronise'),
  vault: () => bundled('vault'),
  'public-site': publicSite,
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
const name = positionals[0] ?? ''

if (Object.hasOwn(benches, name)) {
  const figures = await benches[name]!()
  console.log(tableOf(figures))
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
  if (Object.values(figures).includes(false)) process.exitCode = 1
} else {
  console.error(`usage: bench NAME [--json FILE], NAME one of: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
}

function tableOf(figures: Record<string, number | boolean>) {
  const width = Math.max(...Object.keys(figures).map(key => key.length))
  return Object.entries(figures)
    .map(([key, figure]) => `  ${key.padEnd(width)}  ${figure}`)
    .join('\n')
}
