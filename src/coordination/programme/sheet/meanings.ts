import { allOffices } from '../../../offices/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Actor } from '../../../staff/index.ts'
import { colleagues } from '../queries.ts'
import { placesByCode, placesByName } from './queries.ts'
import type { Meanings } from './read-row.ts'

/** What the names of a sheet mean to whoever brings it: places and offices of the country, people one can see. */
export const meaningsOf = async (
  tx: Tx,
  actor: Actor,
  said: { code: string; name: string }[],
): Promise<Meanings> => {
  const [offices, people] = [await allOffices(tx), await colleagues(tx)]
  const codes = new Set(await placesByCode(tx, [...new Set(said.map(({ code }) => code))]))
  const firsts = [...new Set(said.map(({ name }) => partsOf(name)[0] ?? '').filter(Boolean))]
  const byName = Map.groupBy(await placesByName(tx, firsts), ({ name }) => plain(name))
  return {
    placeOf: (code, name) => {
      if (code) return codes.has(code) ? code : 'unknown'
      const [first = '', ...above] = partsOf(name)
      const fitting = (byName.get(first) ?? []).filter(place =>
        above.every(part => plain(place.within).includes(part)),
      )
      // A kabupaten outranks a village that bears its name.
      const regencies = fitting.filter(place => place.code.length === 5)
      const meant = regencies.length > 0 ? regencies : fitting
      return meant.length === 1 ? meant[0]!.code : meant.length === 0 ? 'unknown' : 'unclear'
    },
    officeOf: name =>
      offices.find(one => plain(one.shortName) === plain(name) || plain(one.name) === plain(name))?.id,
    personOf: name => people.find(one => plain(one.name) === plain(name))?.id,
    own: { officeId: actor.officeId, timeZone: actor.office.timeZone },
  }
}

const partsOf = (name: string) => name.split(',').map(plain).filter(Boolean)

/** Names without what kind of place they are, and without marks. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/^(desa|kelurahan|kel\.|kecamatan|kec\.|kabupaten|kab\.|kota)\s+/, '')
    .replace(/[^a-z0-9, ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
