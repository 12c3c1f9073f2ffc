import pg from 'pg'

const often = 20
// Every connection keeps its own plan of each, some tens of kilobytes.
const mostNames = 64
const mostCounted = 2000

const times = new Map<string, number>()
const names = new Map<string, string>()

/**
 * A connection that lets PostgreSQL keep the plans of the few queries that are asked often: planning one under row-level
 * security costs more than running it. The rest stay nameless, so that no connection keeps plans without end.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: passes on every form of query that pg takes.
  override query(...given: any[]): any {
    const [text, values, ...rest] = given
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
    return name ? super.query({ name, text, values }, ...rest) : super.query(...(given as [string]))
  }
}

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known || names.size === mostNames) return known
  const asked = (times.get(text) ?? 0) + 1
  if (asked < often) return count(text, asked)
  times.delete(text)
  const name = `often_${names.size}`
  names.set(text, name)
  return name
}

const count = (text: string, asked: number) => {
  if (times.size === mostCounted) times.clear()
  times.set(text, asked)
  return undefined
}
