import type { Tx } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf } from '../../platform/http/route.ts'
import type { StaffVisit } from '../../staff/index.ts'
import type { Version } from './material.ts'
import { materialById, versionsOf } from './queries.ts'

/**
 * The material of the address in the language that is asked for, or else in Indonesian, or else in what there is.
 * @throws NotFound
 */
export const wantedMaterial = async (tx: Tx, visit: StaffVisit) => {
  const id = idOf(visit.c)
  const material = id ? await materialById(tx, id) : undefined
  const versions = material ? await versionsOf(tx, material.id) : []
  if (!material || versions.length === 0) throw new NotFound()
  const languages = [...new Set(versions.map(({ language }) => language))].sort(
    (a, b) => Number(b === 'id') - Number(a === 'id') || a.localeCompare(b),
  )
  const asked = visit.c.req.query('bahasa')
  const language = languages.find(one => one === asked) ?? languages[0]!
  const [version, ...older] = versions.filter(one => one.language === language) as [Version, ...Version[]]
  return { material, versions, languages, version, older }
}
