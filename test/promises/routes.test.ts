import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routesOf } from '../../src/app.tsx'
import { type Actor, may } from '../../src/staff/index.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'
import { type Product, startProduct } from '../product.ts'
import { signedIn, type Visitor, visitor } from '../visitor.ts'

type Role = 'administrator' | 'publicist' | 'case-officer' | 'coordinator' | 'leader'
type Kind = 'ministry' | 'bp3mi' | 'province' | 'district'

const roles: Role[] = ['administrator', 'publicist', 'case-officer', 'coordinator', 'leader']
const kinds: Kind[] = ['ministry', 'bp3mi', 'province', 'district']
const everywhere = kinds
const above: Kind[] = ['ministry', 'bp3mi', 'province']

/**
 * What is expected of every permission, written out by hand on purpose: whoever changes the program's own table has to
 * change this one too, and a permission that stands here no more, or not yet, fails.
 */
const expected: Record<string, { roles: Role[]; kinds: Kind[] }> = {
  'account.own': { roles, kinds: everywhere },
  'errand.read': { roles, kinds: everywhere },
  'office.read': { roles, kinds: everywhere },
  'office.edit': { roles: ['administrator'], kinds: everywhere },
  'region.load': { roles: ['administrator'], kinds: above },
  'staff.read': { roles: ['administrator', 'leader'], kinds: everywhere },
  'staff.manage': { roles: ['administrator'], kinds: everywhere },
  'audit.read': { roles: ['administrator', 'leader'], kinds: everywhere },
  'material.read': { roles, kinds: everywhere },
  'material.write': { roles: ['publicist'], kinds: above },
  'material.decide': { roles: ['publicist', 'coordinator'], kinds: above },
  'campaign.read': { roles, kinds: everywhere },
  'campaign.start': { roles: ['publicist', 'coordinator'], kinds: above },
  'duty.read': { roles, kinds: everywhere },
  'duty.publish': { roles: ['publicist', 'coordinator'], kinds: everywhere },
  'proof.decide': { roles: ['publicist', 'coordinator'], kinds: above },
  'recap.make': { roles: ['publicist', 'coordinator', 'leader'], kinds: above },
}

/** The routes that anybody may ask for, each on purpose. */
const openRoutes = [
  'GET /',
  'GET /k/:slug',
  'GET /k/:slug/:version/:office/:width',
  'GET /t/:code',
  'GET /T/:code',
  'GET /masuk',
  'POST /masuk',
  'GET /masuk/kode',
  'POST /masuk/kode',
  'POST /keluar',
  'GET /undangan/:token',
  'POST /undangan/:token',
  'GET /kantor/:id/logo',
  'GET /gaya',
  'GET /bahasa/:locale',
  'GET /assets/:file',
  'GET /sehat',
]

let house: SampleHouse
let product: Product
let guest: Visitor
beforeAll(async () => {
  house = await openSampleHouse()
  product = await startProduct()
  guest = visitor(product)
})
afterAll(async () => {
  await house?.end()
  await product?.stop()
})

test('every route is classified', () => {
  const unknown = routesOf(house).filter(({ method, path, gate }) =>
    gate === 'open' ? !openRoutes.includes(`${method} ${path}`) : !(gate in expected),
  )
  expect(unknown.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  expect(
    openRoutes.filter(
      name =>
        !routesOf(house).some(({ method, path, gate }) => gate === 'open' && `${method} ${path}` === name),
    ),
  ).toEqual([])
})

test('every deed of staff names a verb for the audit trail', () => {
  const silent = routesOf(house).filter(
    ({ method, gate, audit }) => method === 'POST' && gate !== 'open' && audit === 'none',
  )
  expect(silent.map(({ path }) => path)).toEqual([])
})

test('every permission opens for exactly the roles and offices of the table', () => {
  const wrong = Object.entries(expected).flatMap(([permission, rule]) =>
    roles.flatMap(role =>
      kinds.flatMap(kind => {
        const is = may(
          { roles: [role], office: { kind } } as Pick<Actor, 'roles' | 'office'>,
          permission as never,
        )
        return is === (rule.roles.includes(role) && rule.kinds.includes(kind))
          ? []
          : [`${permission} ${role} ${kind}`]
      }),
    ),
  )
  expect(wrong).toEqual([])
})

const staffRoutes = () => routesOf(house).filter(({ gate }) => gate !== 'open')
const address = (path: string) =>
  path
    .replace(':format', 'square')
    .replace(':file', 'pdf')
    .replace(':version', '1')
    .replace(':number', '1')
    .replace(/:\w+/g, '1')

test('without a session every staff route leads to the sign-in page', async () => {
  for (const { method, path } of staffRoutes()) {
    const answer =
      method === 'GET' ? await guest.get(address(path)) : await guest.post(address(path), { x: '1' })
    expect([method, path, answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([
      method,
      path,
      303,
      '/masuk',
    ])
  }
})

describe.each([
  ['admin@bp3mi.example', ['administrator'], 'bp3mi'],
  ['humas@bp3mi.example', ['publicist'], 'bp3mi'],
  ['koordinator@bp3mi.example', ['coordinator'], 'bp3mi'],
  ['sekretaris@disnakertrans.example', ['coordinator', 'leader'], 'province'],
  ['donggala@kabupaten.example', ['publicist'], 'district'],
  ['pimpinan.sigi@kabupaten.example', ['leader'], 'district'],
] as [string, Role[], Kind][])('%s', (email, held, kind) => {
  test('finds what is not for this role absent, over HTTP', async () => {
    const person = await signedIn(product, email)
    for (const { method, path, gate } of staffRoutes()) {
      const rule = expected[gate]!
      if (rule.kinds.includes(kind) && rule.roles.some(role => held.includes(role))) continue
      const answer =
        method === 'GET' ? await person.get(address(path)) : await person.post(address(path), { x: '1' })
      expect([method, path, answer.status]).toEqual([method, path, 404])
    }
  })

  test('opens every page without a name in it that this role has', async () => {
    const person = await signedIn(product, email)
    for (const { method, path, gate } of staffRoutes()) {
      const rule = expected[gate]!
      if (
        method !== 'GET' ||
        path.includes(':') ||
        !rule.kinds.includes(kind) ||
        !rule.roles.some(role => held.includes(role))
      )
        continue
      expect([path, (await person.get(path)).status]).toEqual([path, 200])
    }
  })
})
