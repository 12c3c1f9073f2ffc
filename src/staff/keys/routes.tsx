import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { type Route, safePath } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../gate.ts'
import { KeysPage, PaperPage } from './key-pages.tsx'
import { keyState } from './key-state.ts'
import { grantTo } from './office-key.ts'
import { makePaper, provePaper, recoverWithPaper } from './recovery.ts'
import { refusal, unlockVault } from './unlock.tsx'
import { UnlockPage } from './unlock-page.tsx'
import { withMemberKey } from './with-keys.ts'

const Password = z.object({ password: z.string().min(1, 'form.required').max(200, 'form.too-long') })
const Proof = z.object({ lastOne: text(1, 40), lastTwo: text(1, 40) })
const Halves = z.object({ one: text(1, 80), two: text(1, 80) })

const holder = (audit: `${string}.${string}` | 'none') => ({ may: 'key.hold', audit }) as const

/** The key of the office: granting it to colleagues, the key on paper, and opening one's own vault again. */
export const keyRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const state = await house.db.asActor(visit.actor, tx => keyState(tx, visit.actor))
    return visit.page(<KeysPage form={form} state={state} self={visit.actor.staffId} />, {
      title: visit.language.t('keys.title'),
      lead: visit.language.t('keys.lead'),
      status,
    })
  }
  const showLocked = (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const action = `/kunci/buka?ke=${encodeURIComponent(nextOf(visit))}`
    return visit.page(<UnlockPage form={form} action={action} field="password" />, {
      title: visit.language.t('keys.locked'),
      status,
    })
  }

  return [
    staff('GET', '/kunci', holder('none'), visit => show(visit)),
    staff('POST', '/kunci/beri/:id', holder('office-key.granted'), async visit => {
      await visit.withKeys(keys =>
        visit.within(tx => grantTo(tx, house.secret, visit.actor, keys, visit.c.req.param('id') ?? '')),
      )
      return goTo('/kunci')
    }),
    staff('POST', '/kunci/kertas', holder('office-key.paper-made'), async visit => {
      const halves = await visit.withKeys(keys => visit.within(tx => makePaper(tx, house, visit.actor, keys)))
      const madeAt = new Date(house.clock().epochMilliseconds)
      const { office } = visit.actor
      const view = <PaperPage halves={halves} form={emptyForm} office={office.name} madeAt={madeAt} />
      return visit.page(view, { title: visit.language.t('keys.paper') })
    }),
    staff('POST', '/kunci/kertas/pastikan', holder('office-key.paper-proved'), async visit => {
      const body = await readBody(visit.c)
      const given = parseForm(Proof, body, visit.language.t)
      if (!given.ok) return show(visit, given.form, 422)
      const { lastOne, lastTwo } = given.data
      const proved = await house.db.asActor(visit.actor, tx =>
        provePaper(tx, house, visit.actor, lastOne, lastTwo),
      )
      if (!proved) return show(visit, refuse(body, { lastOne: visit.language.t('keys.not-proved') }), 422)
      await visit.recordDeed()
      return goTo('/kunci')
    }),
    staff('POST', '/kunci/pulihkan', holder('office-key.paper-used'), async visit => {
      const body = await readBody(visit.c)
      const given = parseForm(Halves, body, visit.language.t)
      if (!given.ok) return show(visit, given.form, 422)
      const { one, two } = given.data
      const opened = await withMemberKey(house, visit.session, member =>
        visit.within(tx => recoverWithPaper(tx, visit.actor, member, one, two)),
      )
      if (!opened) return show(visit, refuse(body, { one: visit.language.t('keys.wrong-halves') }), 422)
      return goTo('/kunci')
    }),
    staff('GET', '/kunci/buka', holder('none'), visit => showLocked(visit)),
    staff('POST', '/kunci/buka', holder('vault.opened'), async visit => {
      const body = await readBody(visit.c)
      const given = parseForm(Password, body, visit.language.t)
      if (!given.ok) return showLocked(visit, given.form, 422)
      const opened = await unlockVault(house, visit.session, given.data.password)
      if (typeof opened !== 'string')
        return showLocked(visit, refuse(body, { password: refusal(visit, opened.waitSeconds) }), 422)
      await visit.recordDeed()
      return goTo(nextOf(visit), { 'set-cookie': opened })
    }),
  ]
}

const nextOf = ({ c }: StaffVisit) => safePath(c.req.query('ke'), '/kunci')
