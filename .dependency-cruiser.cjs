/**
 * The walls of the house: who may import whom. See docs/architecture.md for the drawing and docs/decisions/0003 for the why.
 * Domains stand in a line and import only to the left, through the door (index.ts).
 */
const line = ['offices', 'staff', 'links', 'offers', 'complaints', 'returnees', 'coordination', 'campaigns', 'news', 'insight', 'front', 'errands']
const room = name => `^src/${name}/`
const inside = '(?!index\\.ts$)'

const leftward = line.flatMap((name, place) =>
  line.slice(place + 1).map(right => ({
    name: `${name}-not-to-${right}`,
    comment: `${name} stands left of ${right}: it must not know it. The gate (staff) is the one exception, for routes.`,
    severity: 'error',
    from: { path: room(name), ...(right === 'staff' && { pathNot: 'routes\\.tsx?$' }) },
    to: { path: room(right) },
  })),
)

const doors = line.map(name => ({
  name: `${name}-through-its-door`,
  comment: `Other rooms reach ${name} through ${name}/index.ts only.`,
  severity: 'error',
  from: { path: '^src/(?!app\\.tsx|sample/)', pathNot: [room(name)] },
  to: { path: `^src/${name}/${inside}`, pathNot: ['/index\\.ts$'] },
}))

module.exports = {
  forbidden: [
    ...leftward,
    ...doors.map(rule => ({ ...rule, from: { ...rule.from, pathNot: [...rule.from.pathNot, '^src/app\\.tsx$', '\\.test\\.tsx?$'] } })),
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'platform-knows-no-domain', severity: 'error', from: { path: '^src/platform/' }, to: { path: `^src/(ui|islands|${line.join('|')})/` } },
    { name: 'ui-is-pure', severity: 'error', from: { path: '^src/ui/' }, to: { path: `^src/(platform|islands|${line.join('|')})/` } },
    { name: 'islands-stay-in-the-browser', severity: 'error', from: { path: '^src/islands/' }, to: { pathNot: '^src/islands/' } },
    {
      name: 'pages-cannot-fetch',
      comment: 'A page is a function of data: no database, no files, no actions.',
      severity: 'error',
      from: { path: '(pages?|-(view|list|form|panel))\\.tsx$', pathNot: '^src/(staff/(staff|public)-page|style-page|failure-page)' },
      to: { path: '(queries\\.ts|^src/platform/(database|files|mail|jobs|house))', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'queries-know-words-only',
      severity: 'error',
      from: { path: 'queries\\.ts$' },
      to: { path: '(routes|pages?)\\.tsx?$|^src/platform/(http|files|mail|jobs|house)' },
    },
    {
      name: 'sql-lives-in-queries',
      comment: 'Only queries and the platform speak SQL.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['queries\\.ts$', '^src/platform/', '\\.samples\\.ts$', '\\.test\\.tsx?$', '^src/serve\\.ts$'] },
      to: { path: 'node_modules/kysely' },
    },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
}
